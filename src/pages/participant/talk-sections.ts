import { Injectable } from '@nestjs/common';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import type { RecapDraft } from '../speaker/recap-draft.ts';

/** Most talks to choose from. */
const OFFERED = 1_000;

/** A talk that a section of a recap may be about; `line` is the heading that names it. */
export interface SectionChoice {
  slug: string;
  title: string;
  line: string;
}

/** Offers the talks of a conference as sections of a recap. */
@Injectable()
export class TalkSections {
  constructor(private readonly threadsQueries: ThreadsQueries) {}

  /** In the order of the programme; only talks with a thread. */
  async list({ id, slug: conference }: { id: string; slug: string }): Promise<SectionChoice[]> {
    const threads = await this.threadsQueries.listByProgramme(id, OFFERED, null);
    return threads
      .filter(({ talkId }) => talkId !== null)
      .map(({ slug, title }) => ({ slug, title, line: lineOf(title, `/c/${conference}/t/${slug}`) }));
  }
}

/** A link has no brackets in its words, so a title loses them. */
const lineOf = (title: string, path: string): string => `## [${title.replaceAll(/[[\]]/g, '').trim()}](${path})`;

/** Adds a section about the talk at the end of the text; an unknown talk adds nothing. */
export function withSection<D extends RecapDraft>(draft: D, talks: readonly SectionChoice[], slug: string): D {
  const line = talks.find((talk) => talk.slug === slug)?.line;
  if (line === undefined) return draft;
  return { ...draft, markdown: `${[draft.markdown.trimEnd(), line].filter(Boolean).join('\n\n')}\n\n` };
}
