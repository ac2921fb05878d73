import { createHash } from 'node:crypto';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';

export interface InvitedRole {
  role: Role;
  conferenceId: string | null;
  talkId: string | null;
}

/** A right of a link; the rights of one person share it. */
export interface NewInvitation extends InvitedRole {
  linkId: string;
  token: string;
  /** The person it is for, shown to organizers beside the grant. */
  name: string | null;
  makerId: string | null;
  speakerId?: string | null;
}

/** Days an invitation can be taken: enough for a speaker who reads mail weekly, few enough that a lost link expires. */
export const INVITATION_DAYS = 30;

/** SQL: whether an invitation `i` can still be taken; `$now` is replaced by the parameter. */
export const isOpen = (i: string, now: string): string =>
  `${i}.claimed_at is null and ${i}.ended_at is null and ${i}.expires_at > ${now}`;

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Locks the invitations of links before their e-mails and addresses are written. Every transaction that writes both
 * takes them in this order, as a claim does: a mail server's answer and a claim would end one another otherwise.
 */
export async function lockLinks(tx: Tx, linkIds: readonly string[]): Promise<void> {
  await tx.query('select from invitations where link_id = any($1) order by link_id, id for no key update', [linkIds]);
}

/** Writes invitations with one statement. Returns their ids, in order. */
export async function insertInvitations(tx: Tx, rows: readonly NewInvitation[], expiresAt: Date): Promise<string[]> {
  const ids = rows.map(() => blindId());
  await tx.query(
    `insert into invitations
       (id, link_id, token_hash, role, conference_id, talk_id, name, maker_account_id, speaker_id, expires_at)
     select r.*, $10::timestamptz
     from unnest(
       $1::uuid[], $2::uuid[], $3::bytea[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::uuid[]
     ) r`,
    [
      ids,
      rows.map(({ linkId }) => linkId),
      rows.map(({ token }) => hashOfToken(token)),
      rows.map(({ role }) => role),
      rows.map(({ conferenceId }) => conferenceId),
      rows.map(({ talkId }) => talkId),
      rows.map(({ name }) => name),
      rows.map(({ makerId }) => makerId),
      rows.map(({ speakerId }) => speakerId ?? null),
      expiresAt,
    ],
  );
  return ids;
}
