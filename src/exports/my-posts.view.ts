/** A thing in a conference. */
export interface InConference {
  /** The title of the conference. */
  conference: string;
}

/** A thing in a thread. */
export interface InThread extends InConference {
  /** The title of the thread; empty while it is hidden from its readers. */
  thread: string;
}

/** A comment, question or answer of one's own, with its earlier wordings. */
export interface MyComment extends InThread {
  /** The id of the comment. */
  id: string;
  /** The address at which it is read; of one that was never public, the page on which its author finds it. */
  url: string;
  /** `comment`, `question` or `answer`. */
  kind: string;
  /** The comment it replies to; null for none. */
  parentId: string | null;
  /** `visible`, `held`, `withheld` or `withdrawn`. */
  state: string;
  /** The name of the persona that said it; null for a question without a name. */
  persona: string | null;
  /** Whether it was asked without a name. */
  isAnonymous: boolean;
  /** The text as it was typed: Markdown. */
  source: string;
  /** The status of the question; null where it is none. */
  questionStatus: string | null;
  /** Number of accounts that voted for it. */
  votes: number;
  /** Time when it was posted. */
  postedAt: string;
  /** Time when its text was last edited; null if it never was. */
  editedAt: string | null;
  /** The earlier wordings, the oldest first. */
  earlier: {
    /** The number of the wording, from 1. */
    revision: number;
    /** The text as it was typed: Markdown. */
    source: string;
    /** Time when it was written. */
    writtenAt: string;
  }[];
}

/** A recap of one's own, with every version, the latest first. */
export interface MyRecap extends InConference {
  /** The id of the recap. */
  id: string;
  /** The address at which it is read. */
  url: string;
  /** The name of the persona that wrote it. */
  persona: string;
  /** `draft`, `published`, `held`, `withheld` or `withdrawn`. */
  state: string;
  /** Time when it was first public; null if it never was. */
  publishedAt: string | null;
  /** Every version, the latest first. */
  versions: {
    /** The number of the version, from 1. */
    version: number;
    /** The title, as plain text. */
    title: string;
    /** The text as it was typed: Markdown. */
    markdown: string;
    /** Whether it was published when it was saved. */
    isPublished: boolean;
    /** Time when it was saved. */
    savedAt: string;
  }[];
}
