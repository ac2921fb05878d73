/** Kinds of e-mails that are not necessary, and whether each comes. */
interface EmailSwitches {
  /** An answer to one's question. */
  answered: boolean;
  /** Replies to one's comments. */
  replies: boolean;
  /** One's question was merged, declined or expired. */
  outcomes: boolean;
  /** News of threads that one follows. */
  followed: boolean;
  /** Questions to one's talk. */
  waiting: boolean;
  /** News of what waits for a moderator. */
  queue: boolean;
}

export type EmailKind = keyof EmailSwitches;
export const EMAIL_KINDS = [
  'answered',
  'replies',
  'outcomes',
  'followed',
  'waiting',
  'queue',
] as const satisfies readonly EmailKind[];

/** The e-mails that the last line of one ends: those of its kind, or all digests. */
export const ENDED_KINDS = [...EMAIL_KINDS, 'digest'] as const;
export type EndedKind = (typeof ENDED_KINDS)[number];

/** The kind that a link names; links of e-mails before there were kinds end those about answers. Null for no kind. */
export const endedKind = (named: string | undefined): EndedKind | null =>
  named === undefined ? 'answered' : (ENDED_KINDS.find((kind) => kind === named) ?? null);

/** `usual`: daily from the day before a conference to two days after it, Mondays before and after. */
export const DIGEST_RHYTHMS = ['usual', 'daily', 'weekly', 'off'] as const;
export type DigestRhythm = (typeof DIGEST_RHYTHMS)[number];

/** Most e-mails a day that one may choose; codes and decisions are not counted. */
export const BUDGET_AT_MOST = 20;

/** E-mails of a local day for who has chosen no number. */
export const USUAL_BUDGET = 3;

/** Most days that a pause may last from now. */
export const PAUSE_DAYS_AT_MOST = 366;

/** The choice of e-mails of an account. */
export interface EmailSettings {
  /** E-mails a day, 0 to 20. */
  budget: number;
  /** The rhythm of the digest. */
  digest: {
    /** `usual`: daily from the day before a conference to two days after it, Mondays before and after. */
    rhythm: DigestRhythm;
    /** The hour of the day, 0 to 23, by the clock of `timeZone`. */
    hour: number;
    /** An IANA zone; null for that of the conference. */
    timeZone: string | null;
  };
  /**
   * The day on which e-mails and live updates begin again; null without a pause.
   *
   * @format date
   */
  pausedUntil: string | null;
  /** Whether e-mails quote what others wrote. */
  words: boolean;
  /** Whether each kind comes at all. */
  kinds: EmailSwitches;
}

/** Of an account that has chosen nothing. */
export const USUAL_EMAIL_SETTINGS: EmailSettings = {
  budget: 3,
  digest: { rhythm: 'usual', hour: 8, timeZone: null },
  pausedUntil: null,
  words: false,
  kinds: { answered: true, replies: true, outcomes: true, followed: true, waiting: true, queue: true },
};

/** Settings to change; what is left out stays. */
export interface EmailSettingsChange {
  budget?: number;
  digest?: { rhythm?: DigestRhythm; hour?: number; timeZone?: string | null };
  pausedUntil?: string | null;
  words?: boolean;
  kinds?: Partial<Record<EmailKind, boolean>>;
}

export const changedSettings = (settings: EmailSettings, change: EmailSettingsChange): EmailSettings => ({
  budget: change.budget ?? settings.budget,
  digest: { ...settings.digest, ...change.digest },
  pausedUntil: change.pausedUntil === undefined ? settings.pausedUntil : change.pausedUntil,
  words: change.words ?? settings.words,
  kinds: { ...settings.kinds, ...change.kinds },
});
