/** An invitation that was made. */
export interface InvitationLinkView {
  /** The link, shown once: the right goes to the first account that opens it. */
  url: string;
}

/** The outcome of reminders. */
export interface RemindersView {
  /** Number of e-mails that go out. */
  sent: number;
  /** Number of those who were written to before and got nothing now. */
  alreadySent: number;
}
