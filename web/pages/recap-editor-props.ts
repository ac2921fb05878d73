import type { CommentShape, PersonaShape, ProblemShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import type { RecapPartShape } from './recap-parts.tsx';

/** The parts of every editor of a recap below its text: the quotations, and the comments that may be quoted. */
export interface QuotingProps {
  /** The address to which the form is sent. */
  action: string;
  items: CommentShape[];
  /** Comments that may be quoted: of the thread, or of the selected one. */
  candidates: CommentShape[];
  threads: { slug: string; title: string }[];
  thread: string;
}

export interface RecapEditorProps extends QuotingProps {
  context: PageContext;
  title: string;
  here: string;
  discussion: string;
  refusal: ProblemShape | null;
  isSaved: boolean;
  markdown: string;
  parts: RecapPartShape[];
  /** The newest state when writing began; empty to save after whatever is there. */
  version: string;
  versions: RecapVersionLine[];
}

/** A saved version in the list of them. */
export interface RecapVersionLine {
  version: number;
  published: boolean;
  savedAt: string;
}

/** The state of a participant's recap, for its author. */
export type EditedRecapState = 'new' | 'draft' | 'published' | 'held' | 'withheld' | 'withdrawn';

export interface PersonalRecapEditorProps extends QuotingProps {
  context: PageContext;
  conference: { slug: string; title: string; locale: string };
  /** The recap's page, while it is public. */
  published: string | null;
  state: EditedRecapState;
  refusal: ProblemShape | null;
  said: 'draft' | 'published' | 'held' | null;
  title: string;
  markdown: string;
  parts: RecapPartShape[];
  /** The author's names, for a recap that has none yet; the chosen one. */
  personas: PersonaShape[];
  personaId: string;
  /** The name typed by a participant who has none here yet. */
  name: string;
  /** Talks that a section may be about, with the line that names them. */
  talks: { slug: string; title: string; line: string }[];
  version: string;
  versions: RecapVersionLine[];
  /** The text that was saved in another window meanwhile. */
  other: { title: string; markdown: string } | null;
}
