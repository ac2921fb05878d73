import type { CommentShape, ProblemShape } from '../components/shapes.ts';
import type { PageContext } from './page.tsx';
import type { RecapPartShape } from './recap-parts.tsx';

export interface RecapEditorProps {
  context: PageContext;
  title: string;
  here: string;
  discussion: string;
  refusal: ProblemShape | null;
  isSaved: boolean;
  markdown: string;
  items: CommentShape[];
  parts: RecapPartShape[];
  /** Comments that may be quoted: of the thread, or of the selected one. */
  candidates: CommentShape[];
  threads: { slug: string; title: string }[];
  thread: string;
  /** The newest state when writing began; empty to save after whatever is there. */
  version: string;
  versions: { version: number; published: boolean; savedAt: string }[];
}
