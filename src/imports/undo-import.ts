import { Injectable } from '@nestjs/common';
import { forgetAddressesWithoutTalks } from '../accounts/speaker-addresses.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { deleteWithDependents } from '../platform/database/delete-with-dependents.ts';
import { lockConference } from '../programme/lock-conferences.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { raiseEdition } from '../programme/raise-edition.ts';
import { WriteTalks } from '../programme/write-talks.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';
import { ImportQuestions, type OpenQuestion } from './import-questions.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportedSpeaker } from './import.entity.ts';
import { importUndone } from './imports.problems.ts';
import { KnownProgramme } from './known-programme.ts';
import { revived, type KnownTalk } from './known-talk.ts';
import { planUndo, type RecordedTalk, type UndoPlan } from './plan-undo.ts';
import { PROBLEMS_SHOWN } from './read-programme.ts';
import { CHANGES_SHOWN, type StayReason } from './report-changes.ts';
import { WriteProgramme } from './write-programme.ts';

/** An import that has not been undone, locked. */
interface OpenImport {
  id: string;
  speakers: ImportedSpeaker[];
  questions: OpenQuestion[];
  at: Date;
}

/**
 * Gives a programme back as it was before an import, in one transaction. No comment moves: an added talk with comments
 * becomes cancelled and keeps its thread. What was changed since the import stays and is named.
 */
@Injectable()
export class UndoImport {
  // Undoing reads what was recorded, removes and writes talks, and lets their threads follow.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly knownProgramme: KnownProgramme,
    private readonly writeTalks: WriteTalks,
    private readonly writeProgramme: WriteProgramme,
    private readonly importQuestions: ImportQuestions,
    private readonly threadSignals: ThreadSignals,
    private readonly clock: Clock,
  ) {}

  /**
   * Undoes one of the last ten imports, once; a dry run says what would happen. Throws `not-found`, `import-undone`.
   */
  async undo(idOrSlug: string, importId: string, { dryRun }: { dryRun: boolean }): Promise<ImportReport> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    if (!isUuid(importId)) throw notFound();
    const { report, threadIds } = await this.database.transaction(async (tx) => {
      // Imports and changes by hand wait for the same row.
      await lockConference(tx, conference.id);
      const open = await openImport(tx, conference.id, importId);
      const talks = await recordedTalks(tx, open.id);
      const added = talks.flatMap(({ talkId, before }) => (before === null ? [talkId] : []));
      const threads = await lockAdded(tx, added);
      const current = await this.knownProgramme.talks(conference.id, { source: tx });
      const plan = await planUndo({
        talks,
        speakers: open.speakers,
        current,
        stored: await this.knownProgramme.speakers(conference.id, tx),
        attached: await attachedTo(tx, added),
      });
      if (!dryRun) await this.write(tx, conference.id, open, plan);
      const removed = new Set(plan.removed);
      return {
        report: reportOf(plan, current, open.id),
        threadIds: dryRun ? [] : threads.filter(({ talkId }) => removed.has(talkId)).map(({ threadId }) => threadId),
      };
    });
    // Subscribers and caches ask anew, and learn that these threads are gone.
    for (const threadId of threadIds) this.threadSignals.publish({ threadId, seq: -1, n: -1 });
    if (!dryRun) await this.writeProgramme.follow(conference.id);
    return report;
  }

  private async write(tx: Tx, conferenceId: string, open: OpenImport, plan: UndoPlan): Promise<void> {
    const { removed, updated, rekeyed } = plan;
    await deleteWithDependents(tx, 'talks', removed);
    await this.writeTalks.rekey(tx, rekeyed);
    await this.writeTalks.update(tx, conferenceId, updated, { isUndone: true });
    // The open questions are those of the newest import; without it they are those that were open before.
    if (await isNewest(tx, conferenceId, open.id)) await this.importQuestions.reopen(tx, conferenceId, open);
    await forgetAddressesWithoutTalks(tx, conferenceId);
    await tx.query('update imports set undone_at = $2 where id = $1', [open.id, this.clock.now()]);
    await raiseEdition(tx, conferenceId);
  }
}

/** Whether no later import counts. */
async function isNewest(tx: Tx, conferenceId: string, importId: string): Promise<boolean> {
  const [newest] = await tx.query<{ id: string }>(
    'select id from imports where conference_id = $1 and undone_at is null order by at desc, id desc limit 1',
    [conferenceId],
  );
  return newest?.id === importId;
}

async function openImport(tx: Tx, conferenceId: string, importId: string): Promise<OpenImport> {
  const [row] = await tx.query<OpenImport & { undoneAt: Date | null }>(
    `select id, speakers, questions, at, undone_at "undoneAt"
     from imports
     where conference_id = $1 and id = $2
     for update`,
    [conferenceId, importId],
  );
  if (!row) throw notFound();
  if (row.undoneAt) throw importUndone({ at: row.undoneAt.toISOString() });
  return row;
}

async function recordedTalks(tx: Tx, importId: string): Promise<RecordedTalk[]> {
  const rows = await tx.query<RecordedTalk>(
    'select talk_id "talkId", before, after from import_talks where import_id = $1 order by talk_id',
    [importId],
  );
  return rows.map((row) => ({ ...row, before: row.before && revived(row.before) }));
}

/** Locks the threads of added talks, so that no comment and no role comes in between. */
async function lockAdded(tx: Tx, talkIds: readonly string[]): Promise<{ talkId: string; threadId: string }[]> {
  await tx.query(
    `select from thread_heads
     where thread_id in (select id from threads where talk_id = any($1))
     order by thread_id
     for update`,
    [talkIds],
  );
  return tx.query('select id "talkId", thread_id "threadId" from talks where id = any($1) order by id for update', [
    talkIds,
  ]);
}

/** The talks to which people have added something, each with the first reason. */
async function attachedTo(tx: Tx, talkIds: readonly string[]): Promise<Map<string, StayReason>> {
  const rows = await tx.query<{ id: string; reason: StayReason | null }>(
    `select k.id,
       case
         when exists (select from comments m where m.thread_id = k.thread_id)
           or exists (select from pending_comments p where p.thread_id = k.thread_id) then 'comments'
         when exists (select from grants g where g.talk_id = k.id)
           or exists (select from invitations i where i.talk_id = k.id)
           or exists (select from badges b where b.talk_id = k.id)
           or exists (select from recaps r where r.about_thread_id = k.thread_id)
           or exists (select from recap_versions v where v.talk_ids @> array[k.id]) then 'people'
       end reason
     from talks k
     where k.id = any($1)`,
    [talkIds],
  );
  return new Map(rows.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason] as const])));
}

function reportOf({ changes, problems }: UndoPlan, current: readonly KnownTalk[], importId: string): ImportReport {
  const count = (wanted: string): number => changes.filter(({ kind }) => kind === wanted).length;
  const touched = changes.filter(({ kind }) => kind !== 'unchanged').length;
  return {
    added: 0,
    changed: count('changed'),
    moved: count('moved'),
    cancelled: count('cancelled'),
    unchanged: current.length - touched,
    changes: changes.slice(0, CHANGES_SHOWN),
    changeCount: changes.length,
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
    notUnderstood: [],
    questions: [],
    questionCount: 0,
    columns: [],
    emails: [],
    importId,
  };
}
