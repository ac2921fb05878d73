import { forgetInvitationEmails, forgetMaker } from '../accounts/end-invitations.ts';
import { forgetSpeakerAddresses } from '../accounts/speaker-addresses.ts';
import { forgetAccount, partFromPersonas, type DeletedRows } from '../accounts/forget-account.ts';
import type { PostsFate } from '../comments/departure.entity.ts';
import { forgetNoteAuthor } from '../comments/note-authors.ts';
import {
  countSaid,
  partFromVotes,
  scheduleDepartures,
  type ContributionCounts,
} from '../comments/schedule-departures.ts';
import { forgetInModeration } from '../moderation/forget-in-moderation.ts';
import type { Tx } from '../platform/database/database.ts';
import { forgetPasskeys } from '../passkeys/forget-passkeys.ts';
import { countOwnRecaps } from '../recap/count-own-recaps.ts';
import { forgetTaker } from '../questions/forget-taker.ts';
import { forgetSessions } from '../sessions/forget-sessions.ts';

/** Deleted and changed rows of an erasure, by table. */
export type ErasedRows = DeletedRows;

export interface ErasureInput {
  readonly accountId: string;
  readonly posts: PostsFate;
}

/**
 * Locks what other transactions lock before they name an account: an import its conference, a claim its link, a
 * sign-in its code, a decision the reports and appeals that it settles. Such a transaction names the account a
 * moment later, so the account is locked last.
 */
async function lockBeforeAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.query('select from invitations where maker_account_id = $1 order by link_id, id for no key update', [
    accountId,
  ]);
  await tx.query(
    `select from conferences c
     where exists (
       select from grants g where g.account_id = $1 and (g.conference_id = c.id or g.conference_id is null)
     )
     order by c.id for no key update`,
    [accountId],
  );
  await tx.query(
    `select from login_codes l
     join accounts a on a.address_index = l.address_index
     where a.id = $1
     order by l.id for update of l`,
    [accountId],
  );
  for (const table of ['reports', 'appeals'])
    await tx.query(`select from ${table} where account_id = $1 order by id for no key update`, [accountId]);
}

/**
 * Notes an erasure; returns whether it was the first request, since a later one changes nothing. Its lock waits for
 * writes that name the account (a claim, a sign-in), so that none comes in between.
 */
export async function noteErasure(tx: Tx, { accountId, posts }: ErasureInput, now: Date): Promise<boolean> {
  await lockBeforeAccount(tx, accountId);
  const noted = await tx.query(
    `insert into erasures (account_id, posts, asked_at)
     select id, $2, $3 from accounts
     where id = $1
     for update
     on conflict do nothing
     returning 1`,
    [accountId, posts, now],
  );
  return noted.length > 0;
}

/**
 * Deletes the account with its address, sessions, passkeys, rights and notices, and detaches its reports and appeals.
 * Its personas stay without an account until their own departure.
 */
export async function endAccount(
  tx: Tx,
  { accountId, posts }: ErasureInput,
  now: Date,
): Promise<{ touched: ErasedRows; sessionIds: string[] }> {
  const said = await countSaid(tx, accountId, posts);
  const recaps = await countOwnRecaps(tx, accountId, posts);
  // Invitations before their addresses, as in every other write of both (see `lockLinks`).
  await forgetMaker(tx, accountId, now);
  const { sessionIds, codes, pending } = await forgetSessions(tx, accountId);
  const touched: ErasedRows = {
    ...countsOf(said),
    recaps_kept: recaps.kept,
    recaps_removed: recaps.removed,
    sessions: sessionIds.length,
    login_codes: codes,
    invitation_emails: await forgetInvitationEmails(tx, accountId),
    speaker_addresses: await forgetSpeakerAddresses(tx, accountId),
    pending_comments: pending,
    passkeys: await forgetPasskeys(tx, accountId),
    question_takers: await forgetTaker(tx, accountId),
    note_authors: await forgetNoteAuthor(tx, accountId),
  };
  const personas = await partFromPersonas(tx, accountId);
  await scheduleDepartures(tx, { kind: 'persona', subjectIds: personas, posts, now });
  return {
    sessionIds,
    touched: {
      ...touched,
      ...(await forgetInModeration(tx, accountId)),
      ...(await forgetAccount(tx, accountId)),
      personas: personas.length,
    },
  };
}

/** Last, once no earlier write is running: detaches whatever still has the account's id. */
export async function finishErasure(tx: Tx, { accountId, posts }: ErasureInput, now: Date): Promise<void> {
  await partFromVotes(tx, accountId, { posts, now });
  await forgetTaker(tx, accountId);
  await forgetNoteAuthor(tx, accountId);
  await forgetMaker(tx, accountId, now);
  await tx.query('update erasures set done_at = $2 where account_id = $1 and done_at is null', [accountId, now]);
}

const countsOf = ({ kept, removed, anonymous, votes }: ContributionCounts): ErasedRows => ({
  comments_kept: kept,
  comments_removed: removed,
  comments_anonymous: anonymous,
  votes,
});
