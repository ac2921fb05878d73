import { invalidRequest, notFound } from '../kernel/common.problems.ts';
import type { Precondition } from '../kernel/precondition.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { showRecap } from '../threads/change-thread.write.ts';
import type { ThreadEvent } from '../threads/thread-event.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import { lockedRecap, type LockedRecap } from './locked-recap.ts';
import { raiseTalksOf } from './raise-talks.ts';
import { judgeRecap, type AuthorFacts, type RecapAuthors, type RecapJudgement } from './recap-authors.ts';
import { demandQuotable } from './recap-items.ts';
import { recapStateOf } from './recap.policy.ts';
import { recapGone } from './recap.problems.ts';
import { maskedRecap } from './recap-text.ts';
import { recapVersion } from './recap.view.ts';
import { saveVersion, type NewVersion } from './save-version.ts';

/** The change of a recap; fields that are left out stay. */
export interface RecapChanges {
  title?: string | undefined;
  markdown?: string | undefined;
  items?: readonly string[] | undefined;
  published?: boolean | undefined;
  personaId?: string | undefined;
}

export interface RecapEdit {
  readonly recapId: string;
  readonly accountId: string;
  readonly changes: RecapChanges;
  /** The talks of the new text; null where the text stays. */
  readonly talkIds: string[] | null;
  readonly precondition: Precondition;
  readonly conference: Conference;
}

export interface EditFacts {
  readonly locked: LockedRecap | null;
  readonly author: AuthorFacts;
}

/** The part of a recap that an edit saves; null where nothing differs. */
export interface DecidedEdit {
  readonly locked: LockedRecap;
  readonly version: NewVersion;
  readonly judgement: RecapJudgement;
  /** Whether the recap is shown to everybody from now on. */
  readonly appears: boolean;
  readonly now: Date;
}

/** Locks the recap, and refuses quotations of what nobody can read. */
export async function readEdit(
  tx: Tx,
  authors: RecapAuthors,
  { recapId, accountId, changes, conference }: RecapEdit,
): Promise<EditFacts> {
  const locked = await lockedRecap(tx, recapId);
  const author = await authors.read(tx, accountId, conference.id);
  const place = { conferenceId: conference.id, threadId: null, recapId, isOfficial: false };
  await demandQuotable(tx, place, changes.items ?? []);
  return { locked, author };
}

/**
 * Throws `not-found`, `recap-gone`, `version-outdated`, `invalid-request` and what judgeRecap throws. Null where the
 * text is published, or kept, as it is already.
 */
export function decideEdit(edit: RecapEdit, { locked, author }: EditFacts, now: Date): DecidedEdit | null {
  if (!locked) throw notFound();
  const { recap, newest } = locked;
  const state = recapStateOf(recap);
  if (state === 'withheld' || state === 'withdrawn') throw recapGone();
  const version = merged(edit, newest);
  const personaId = edit.changes.personaId ?? recap.personaId;
  const judgement = judgeRecap({ version, personaId, conference: edit.conference, now }, author);
  if (isSame(version, newest) && judgement.persona.id === recap.personaId) return null;
  edit.precondition.demand(recapVersion(newest));
  if (recap.discussionId !== null && judgement.persona.id !== recap.personaId)
    throw invalidRequest([{ pointer: '#/personaId', detail: 'Leave this out: a published recap keeps its author.' }]);
  const appears = version.isPublished && state === 'draft' && judgement.heldBecause === null;
  return { locked, version, judgement, appears, now };
}

/** Saves the version and what follows for the recap itself. */
export async function saveEdit(
  tx: Tx,
  { locked: { recap }, version, judgement, appears, now }: DecidedEdit,
): Promise<void> {
  await saveVersion(tx, recap, version, now);
  await tx.query(
    `update recaps
     set persona_id = $2, author_name = $3, author_roles = $4,
       published_at = coalesce(published_at, case when $5 then $6::timestamptz end),
       held_at = case when $7::text is null then held_at else coalesce(held_at, $6) end,
       held_because = coalesce($7, held_because)
     where id = $1`,
    [recap.id, judgement.persona.id, judgement.persona.name, judgement.roles, appears, now, judgement.heldBecause],
  );
  if (version.isPublished) await raiseTalksOf(tx, recap.id);
}

/** Edits a recap that has a thread. A draft beside what is published changes nothing public. */
export const editRecapWrite = (authors: RecapAuthors): ExclusiveWrite<RecapEdit, EditFacts, DecidedEdit | null> => ({
  isBatched: false,
  conflictKeys: () => [],
  accountOf: ({ accountId }) => accountId,

  async read(tx, _context, inputs) {
    const facts: EditFacts[] = [];
    for (const edit of inputs) facts.push(await readEdit(tx, authors, edit));
    return facts;
  },

  decide(edit, facts, { now }) {
    const decided = decideEdit(edit, facts, now);
    return { events: decided ? [eventOf(decided)] : [], rows: decided };
  },

  async write(tx, { thread }, [written]) {
    const decided = written!.rows!;
    await saveEdit(tx, decided);
    if (!decided.version.isPublished) return;
    const hiddenAt = decided.judgement.heldBecause === null ? thread.hiddenAt : (thread.hiddenAt ?? decided.now);
    await showRecap(tx, thread.id, { title: decided.version.title ?? thread.title, hiddenAt });
  },
});

function eventOf({ locked: { recap }, version, judgement }: DecidedEdit): ThreadEvent {
  const isPublic = version.isPublished && recapStateOf(recap) === 'published';
  const kind = isPublic && judgement.heldBecause !== null ? 'recap.held' : 'recap.edited';
  return { kind, commentId: null, isPublic };
}

function merged({ changes, talkIds }: RecapEdit, newest: LockedRecap['newest']): NewVersion {
  const items = [...(changes.items ?? newest.items)];
  return {
    title: changes.title ?? newest.title,
    markdown: changes.markdown === undefined ? newest.markdown : maskedRecap(changes.markdown, items.length),
    items,
    talkIds: talkIds ?? newest.talkIds,
    isPublished: changes.published ?? newest.isPublished,
  };
}

const isSame = (version: NewVersion, newest: NewVersion): boolean =>
  version.title === newest.title &&
  version.markdown === newest.markdown &&
  version.isPublished === newest.isPublished &&
  version.items.length === newest.items.length &&
  version.items.every((id, i) => id === newest.items[i]);
