import type { Comment, ProblemDocument } from '../components/shapes.ts';
import type { Frame } from './page.tsx';
import type { RecapPart } from './recap-parts.tsx';

export interface RecapEditorProps {
  frame: Frame;
  title: string;
  here: string;
  discussion: string;
  refusal: ProblemDocument | null;
  isSaved: boolean;
  markdown: string;
  items: Comment[];
  parts: RecapPart[];
  /** Comments that may be quoted: of the thread, or of the selected one. */
  candidates: Comment[];
  threads: { slug: string; title: string }[];
  thread: string;
  versions: { version: number; published: boolean; savedAt: string }[];
}
