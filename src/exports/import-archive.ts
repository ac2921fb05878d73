import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import { ChangeBrand } from '../programme/change-brand.ts';
import { Database } from '../platform/database/database.ts';
import type { CommentData, ThreadData } from './archive.requests.ts';
import type { RecapData } from './archive-recap.requests.ts';
import { archiveRefused } from './exports.problems.ts';
import { ReadArchive } from './read-archive.ts';
import { refuseForeignIds } from './refuse-foreign-ids.ts';
import { weightOfComment, weightOfTalk, withSafeAbstract, withSafeWords } from './safe-archive-html.ts';
import { verifyArchive } from './verify-archive.ts';
import { writeComments, writeReferences, type QuestionReferences } from './write-archived-comments.ts';
import { writeOwnRecaps } from './write-archived-recaps.ts';
import { writeConference, writeTalks } from './write-archived-programme.ts';
import { writeRecords, type ArchivedRecords } from './write-archived-records.ts';
import { writeHead, writeThreads } from './write-archived-threads.ts';

/** Most questions whose references are written in one transaction. */
const REFERENCES_AT_ONCE = 2_000;

type ProgressListener = (done: number, total: number) => void;

export interface ImportedArchive {
  slug: string;
  threads: number;
  comments: number;
  fingerprint: string | null;
}

interface ArchiveImport {
  archive: ReadArchive;
  progress: ProgressListener;
}

/**
 * Imports a conference from an archive under its ids and numbers, so that every address stays valid. The only code that
 * writes rows of other modules, because none of their verbs could give a comment an existing number and time. A
 * repeated run continues an interrupted one.
 *
 * Everything read was checked by the classes of archive.requests.ts. HTML is made safe before a transaction begins, and
 * rows are written in hundreds, so that a transaction waits for the database only.
 *
 * Authors come without accounts: their comments cannot be edited or withdrawn here; names and avatars stay.
 */
@Injectable()
export class ImportArchive {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changeBrand: ChangeBrand,
  ) {}

  /** Throws `archive-refused` (changed, no archive, or what the API would refuse), `slug-taken`. */
  async import(
    dir: string,
    { fingerprint, progress = () => undefined }: { fingerprint: string | null; progress?: ProgressListener },
  ): Promise<ImportedArchive> {
    const verdict = await verifyArchive(dir, { fingerprint });
    if (verdict.faults.length > 0) throw archiveRefused({ fault: verdict.faults[0]! });
    const archive = await ReadArchive.open(dir);
    const { conference } = archive;
    const threads = await archive.threads();
    const records = {
      ledger: await archive.ledger(),
      recaps: await archive.recaps(),
      personas: await archive.personas(),
    };
    await this.writeProgramme(archive, threads, records.recaps);
    const comments = await this.writeDiscussions(threads, { archive, progress });
    await this.writeRecords(records, conference.id);
    const images = await archive.images();
    if (Object.keys(images).length > 0) await this.changeBrand.change(conference.id, { images });
    return { slug: conference.slug, threads: threads.length, comments, fingerprint: verdict.fingerprint };
  }

  private async writeProgramme(
    archive: ReadArchive,
    threads: readonly ThreadData[],
    recaps: readonly RecapData[],
  ): Promise<void> {
    const { conference } = archive;
    const talks = await archive.talks();
    // Everything is read before anything is written, so that a refusal leaves nothing behind.
    for (const thread of threads)
      for (let file = 0; file < thread.files; file += 1) await archive.comments(thread.id, file);
    await this.database.transaction((tx) => writeConference(tx, conference, this.clock.now()));
    for (const slice of slicesOf(talks, weightOfTalk)) {
      const safe = slice.map(withSafeAbstract);
      await nextTurn();
      await this.database.transaction((tx) => writeTalks(tx, conference.id, safe));
    }
    // Before their threads, which name them.
    await this.database.transaction((tx) => writeOwnRecaps(tx, conference.id, recaps));
    for (const slice of slicesOf(threads))
      await this.database.transaction((tx) => writeThreads(tx, conference.id, slice, this.clock.now()));
  }

  private async writeDiscussions(
    threads: readonly ThreadData[],
    { archive, progress }: ArchiveImport,
  ): Promise<number> {
    let comments = 0;
    const total = threads.reduce((sum, { seq }) => sum + seq, 0);
    for (const thread of threads) {
      // A thread with a head is complete; nothing is added to a discussion that goes on here.
      const isWhole =
        (await this.database.ask('select from thread_heads where thread_id = $1', [thread.id])).length > 0;
      const references: QuestionReferences[] = [];
      for (let file = 0; file < thread.files; file += 1) {
        const rows = await archive.comments(thread.id, file);
        if (!isWhole) await this.writeFile(thread, rows);
        references.push(...rows.flatMap(referencesOf));
        progress(Math.min(total, (comments += rows.length)), total);
      }
      if (!isWhole) await this.complete(thread, references);
    }
    return comments;
  }

  private async writeFile(thread: ThreadData, comments: readonly CommentData[]): Promise<void> {
    for (const slice of slicesOf(comments, weightOfComment)) {
      const safe = slice.map(withSafeWords);
      await nextTurn();
      await this.database.transaction((tx) => writeComments(tx, thread, safe));
    }
  }

  private async complete(thread: ThreadData, references: readonly QuestionReferences[]): Promise<void> {
    for (let done = 0; done < references.length; done += REFERENCES_AT_ONCE)
      await this.database.transaction((tx) =>
        writeReferences(tx, thread, references.slice(done, done + REFERENCES_AT_ONCE)),
      );
    // The head comes last, because log readers ignore a thread without one.
    await this.database.transaction((tx) => writeHead(tx, thread, this.clock.now()));
  }

  private async writeRecords(records: ArchivedRecords, conferenceId: string): Promise<void> {
    await this.database.transaction((tx) =>
      refuseForeignIds(tx, conferenceId, { threads: records.recaps.flatMap(({ threadId }) => threadId ?? []) }),
    );
    await this.database.transaction((tx) => writeRecords(tx, conferenceId, records, this.clock.now()));
  }
}

const referencesOf = ({ id, question }: CommentData): QuestionReferences[] =>
  question?.answerId || question?.mergedInto
    ? [{ id, answer: question.answerId ?? null, merged: question.mergedInto ?? null }]
    : [];
