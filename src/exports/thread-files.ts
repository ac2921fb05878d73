import { Injectable } from '@nestjs/common';
import type { CommentView } from '../comments/comment.view.ts';
import { byKey, grouped } from '../kernel/by-key.ts';
import { plainWords } from '../transcript/search-words.ts';
import {
  ARCHIVE_LOCALES,
  DATA,
  type ArchivedComment,
  type ArchivedTalk,
  type ArchivedThread,
} from './archive-format.ts';
import type { Surroundings } from './archive-contents.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { ArchiveRenderer, type ArchivedBranch } from './archive-renderer.ts';
import { ArchivedCommentsQueries } from './archived-comments.queries.ts';
import { PagePlan, type PlannedPage } from './page-plan.ts';

export interface ThreadJob {
  folder: ArchiveFolder;
  thread: ArchivedThread;
  talk: ArchivedTalk | null;
  recap: string | null;
  place: number;
  context: Surroundings;
  tick: (comments: number) => void;
}

const COMMENTS_A_FILE = 2_000;
const WORDS_A_FILE = 2_000;
const ANSWERED_SHOWN = 200;

export const pageName = (slug: string, number: number): string =>
  number === 1 ? `${slug}.html` : `${slug}.${number}.html`;

interface PagePlaces {
  slug: string;
  plan: PagePlan;
  here: ReadonlySet<string>;
}

/** Writes a thread's part of an archive: comments as data, pages in both languages, words for the search. */
@Injectable()
export class ThreadFiles {
  constructor(
    private readonly archivedCommentsQueries: ArchivedCommentsQueries,
    private readonly archiveRenderer: ArchiveRenderer,
  ) {}

  async write(job: ThreadJob): Promise<{ comments: number; files: string[]; dataFiles: number }> {
    const files: string[] = [];
    const data = await this.writeData(job, files);
    await this.writePages(job, files);
    return { ...data, files };
  }

  async planOf(threadId: string): Promise<PagePlan> {
    const plan = new PagePlan();
    for await (const roots of this.archivedCommentsQueries.outline(threadId))
      for (const { seq, replyCount } of roots) plan.add(seq, replyCount);
    return plan.done();
  }

  private async writeData(
    { folder, thread, tick }: ThreadJob,
    written: string[],
  ): Promise<{ comments: number; dataFiles: number }> {
    let [file, waiting, count]: [number, ArchivedComment[], number] = [0, [], 0];
    const flush = async (): Promise<void> => {
      if (waiting.length === 0) return;
      await put(folder, written, { name: DATA.comments(thread.id, file), contents: JSON.stringify(waiting) });
      [file, waiting] = [file + 1, []];
    };
    for await (const comments of this.archivedCommentsQueries.comments(thread.id)) {
      waiting.push(...comments);
      count += comments.length;
      tick(comments.length);
      if (waiting.length >= COMMENTS_A_FILE) await flush();
    }
    await flush();
    return { comments: count, dataFiles: file };
  }

  private async writePages(job: ThreadJob, written: string[]): Promise<void> {
    const { folder, thread, talk, recap, place } = job;
    const plan = await this.planOf(thread.id);
    const answered = await this.answeredOf(thread.id);
    let words: [number, number, string, string, string][] = [];
    let file = 0;
    const flush = async (): Promise<void> => {
      if (words.length === 0) return;
      await put(folder, written, {
        name: `search/${place}-${file}.js`,
        contents: `aftertalkWords(${inScript(words)});\n`,
      });
      [file, words] = [file + 1, []];
    };
    let lastReply = 0;
    for (const [i, page] of plan.pages.entries()) {
      if (page.skip === 0) lastReply = 0;
      const { branches, last } = await this.branchesOf(thread.id, page, lastReply);
      lastReply = last;
      const shown = branches.flatMap(({ root, replies, isContinued }) => (isContinued ? replies : [root, ...replies]));
      const pairs = i === 0 ? answered : [];
      const placeOf = await this.placesFor(
        [...shown, ...pairs.flatMap(({ question, answer }) => [question, ...(answer ? [answer] : [])])],
        { slug: thread.slug, plan, here: new Set(shown.map(({ id }) => id)) },
      );
      for (const locale of ARCHIVE_LOCALES) {
        const name = `t/${pageName(thread.slug, i + 1)}`;
        const html = this.archiveRenderer.draw.thread(
          { ...job.context, locale, up: '../../', other: name, title: thread.title },
          {
            thread,
            talk,
            recap,
            number: i + 1,
            isLast: i === plan.pages.length - 1,
            answered: pairs.map(({ question, answer }) => ({
              question: withPicture(question),
              answer: answer && withPicture(answer),
            })),
            branches: branches.map(({ root, replies, isContinued }) => ({
              root: withPicture(root),
              replies: replies.map(withPicture),
              isContinued,
            })),
            placeOf,
          },
        );
        await put(folder, written, { name: `${locale}/${name}`, contents: html });
      }
      for (const comment of shown)
        if (comment.state === 'visible')
          words.push([place, i + 1, comment.id, comment.author?.name ?? '', plainWords(comment.html)]);
      if (words.length >= WORDS_A_FILE) await flush();
    }
    await flush();
  }

  private async branchesOf(
    threadId: string,
    { from, to, skip, take }: PlannedPage,
    lastReply: number,
  ): Promise<{ branches: ArchivedBranch[]; last: number }> {
    const roots = await this.archivedCommentsQueries.roots(threadId, from, to);
    const isLong = from === to && (skip > 0 || (roots[0]?.replyCount ?? 0) > take);
    if (isLong && roots[0]) {
      const replies = await this.archivedCommentsQueries.replies(roots[0].id, lastReply, take);
      return { branches: [{ root: roots[0], replies, isContinued: skip > 0 }], last: replies.at(-1)?.seq ?? lastReply };
    }
    const replies = grouped(
      await this.archivedCommentsQueries.repliesOf(
        roots.filter(({ replyCount }) => replyCount > 0).map(({ id }) => id),
      ),
      ({ rootId }) => rootId!,
    );
    return {
      branches: roots.map((root) => ({ root, replies: replies.get(root.id) ?? [], isContinued: false })),
      last: 0,
    };
  }

  private async answeredOf(threadId: string): Promise<{ question: CommentView; answer: CommentView | null }[]> {
    const questions = await this.archivedCommentsQueries.answered(threadId, ANSWERED_SHOWN);
    const answers = byKey(
      await this.archivedCommentsQueries.byIds(questions.flatMap(({ question }) => question?.answerId ?? [])),
      ({ id }) => id,
    );
    return questions.map((question) => ({ question, answer: answers.get(question.question?.answerId ?? '') ?? null }));
  }

  /** The paths of the comments that a page links to: on the page itself, or on the page of their top-level comment. */
  private async placesFor(
    shown: readonly CommentView[],
    { slug, plan, here }: PagePlaces,
  ): Promise<(id: string) => string> {
    const wanted = [
      ...new Set(
        shown.flatMap(({ id, question }) => [id, question?.mergedInto ?? [], question?.answerId ?? []].flat()),
      ),
    ].filter((id) => !here.has(id));
    const pages = new Map((await this.rootPlaces(wanted)).map(([id, seq]) => [id, plan.pageOf(seq)]));
    return (id) => (here.has(id) ? `#c-${id}` : `${pageName(slug, pages.get(id) ?? 1)}#c-${id}`);
  }

  /** The places of the top-level comments above these. */
  async rootPlaces(ids: readonly string[]): Promise<[id: string, seq: number][]> {
    if (ids.length === 0) return [];
    const targets = await this.archivedCommentsQueries.byIds(ids);
    const roots = byKey(
      await this.archivedCommentsQueries.byIds(targets.flatMap(({ rootId }) => rootId ?? [])),
      ({ id }) => id,
    );
    return targets.map((target) => [target.id, (target.rootId === null ? target : roots.get(target.rootId))?.seq ?? 0]);
  }
}

async function put(
  folder: ArchiveFolder,
  written: string[],
  { name, contents }: { name: string; contents: string },
): Promise<void> {
  await folder.write(name, contents);
  written.push(name);
}

/** A comment whose avatar is a file of the archive, relative to a thread's page. */
export const withPicture = (comment: CommentView): CommentView =>
  comment.author === null
    ? comment
    : { ...comment, author: { ...comment.author, avatarUrl: `../../assets/avatars/${comment.author.id}.svg` } };

/** JSON for a script, where U+2028 and U+2029 would end a line. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
