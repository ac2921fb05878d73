import type { Queryable, Tx } from '../platform/database/database.ts';
import { wearerOf, type Right, type WornBadge } from './badge.policy.ts';

interface BadgeOwner {
  readonly accountId: string;
  readonly conferenceId: string;
}

/** Reads which persona shows which right of an account in a conference. */
export const badgesIn = (through: Queryable, { accountId, conferenceId }: BadgeOwner): Promise<WornBadge[]> =>
  through.query<WornBadge>(
    'select role, talk_id "talkId", persona_id "personaId" from badges where account_id = $1 and conference_id = $2',
    [accountId, conferenceId],
  );

interface BadgePlacement extends BadgeOwner {
  readonly rights: readonly Right[];
  readonly personaId: string;
  /** Only rights without a badge, not those whose persona was withdrawn. */
  readonly whereNone?: boolean;
}

/** Puts the badges of rights on a persona; badges that are on a persona stay there. */
export async function placeBadges(
  tx: Tx,
  { accountId, conferenceId, rights, personaId, whereNone = false }: BadgePlacement,
): Promise<void> {
  if (rights.length === 0) return;
  await tx.query(
    `insert into badges (account_id, conference_id, role, talk_id, persona_id)
     select $1, $2, role, talk_id, $5::uuid
     from unnest($3::text[], $4::uuid[]) as r(role, talk_id)
     on conflict (account_id, conference_id, role, talk_id) do update set persona_id = excluded.persona_id
     where badges.persona_id is null and not $6`,
    [accountId, conferenceId, rights.map(({ role }) => role), rights.map(({ talkId }) => talkId), personaId, whereNone],
  );
}

/** Removes the badge of a right that ends. */
export async function takeBadge(
  tx: Tx,
  { accountId, conferenceId, role, talkId }: BadgeOwner & Right,
  now: Date,
): Promise<void> {
  const personas = await tx.query<{ id: string }>(
    'select id from personas where account_id = $1 and conference_id = $2 and withdrawn_at is null',
    [accountId, conferenceId],
  );
  const personaId = wearerOf({ badges: await badgesIn(tx, { accountId, conferenceId }), personas }, { role, talkId });
  await tx.query(
    'delete from badges where account_id = $1 and conference_id = $2 and role = $3 and talk_id is not distinct from $4',
    [accountId, conferenceId, role, talkId],
  );
  if (personaId === null) return;
  await tx.query(
    `insert into persona_changes (persona_id, at)
     values ($1, $2)
     on conflict (persona_id) do update set at = excluded.at`,
    [personaId, now],
  );
}

/** Removes all badges from a withdrawn persona; the account chooses another, or none. */
export const dropBadges = (tx: Tx, personaId: string): Promise<unknown> =>
  tx.query('update badges set persona_id = null where persona_id = $1', [personaId]);
