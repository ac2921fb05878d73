/** A conference's colour and the ink on it, as `#rrggbb`; both are readable in their mode. */
export interface EmailColours {
  accent: string;
  ink: string;
}

/** The sender of an e-mail as its reader sees it: a name, in a colour for light and for dark mail programs. */
export interface EmailBrand {
  name: string;
  light: EmailColours;
  dark: EmailColours;
}

/** The one thing an e-mail asks for: a link that its text has on a line of its own, drawn as a button. */
export interface EmailAction {
  label: string;
  url: string;
}

/** The ways to end e-mails of one kind: `url` by one press (RFC 8058), `token` and `kind` in an e-mail to the forum. */
export interface EmailEnd {
  url: string;
  token: string;
  kind: string;
}

/** The facts by which mail programs sort and group e-mails. */
export interface EmailList {
  /** The parts of the List-Id before the host (RFC 2919), the narrowest first: `thread.conference`. */
  id: string;
  /** The root of the made-up conversation, equal for all e-mails that belong together; null for none. */
  root: string | null;
}

/** The text of an e-mail; only the accounts module knows its recipient. */
export interface Email {
  /** Of this one e-mail, equal for every attempt: its Message-ID is made of it. Letters, digits and hyphens. */
  id: string;
  locale: 'fr' | 'en';
  subject: string;
  /** Paragraphs between empty lines. Lines that begin with four spaces are shown in a box, as codes are. */
  text: string;
  /** The reason why the reader gets it and the way to end it, in small print below the text. */
  footer?: string;
  action?: EmailAction;
  /** The part that an operator without a mail server needs in the log (a code, a link); never an address. */
  hint?: string;
  /** The conference it comes from; without one it bears the name of MAIL_FROM. */
  brand?: EmailBrand;
  /** For e-mails that are not necessary. */
  end?: EmailEnd;
  list?: EmailList;
  /** The account it is for, where it is sent to one. */
  accountId?: string;
  /** The subject of a reply by e-mail, in the words of the module that takes replies. Absent: none is taken. */
  reply?: Readonly<Record<string, string>>;
  /** Said below the text where no reply by e-mail is taken: that one answers on the page. */
  onPage?: string;
}
