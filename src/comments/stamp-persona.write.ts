import { badgesOn } from '../accounts/badge.policy.ts';
import type { ParticipantsQueries } from '../accounts/participants.queries.ts';
import { rolesIn } from './recap-threads.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';

/** Most comments one event stamps, because a page of changes never splits an event. */
const STAMPED_AT_ONCE = 8;

interface PersonaStamp {
  personaId: string;
  accountId: string;
  name: string | null;
}
interface StampRows {
  ids: string[];
  name: string | null;
  roles: string[];
}

/** Writes a persona's present name and badges into a thread's rows, a few rows an event. */
export const stampPersonaWrite = (
  participants: ParticipantsQueries,
): ExclusiveWrite<PersonaStamp, StampRows, StampRows> => ({
  isBatched: false,
  conflictKeys: () => [],

  async read(tx: Tx, { thread }, inputs) {
    const [{ personaId, accountId, name }] = inputs as [PersonaStamp];
    const participant = (await participants.lookup(tx, [accountId]))(accountId, thread.conferenceId);
    const roles = rolesIn(thread, personaId, badgesOn(personaId, participant, thread.talkId));
    const rows = await tx.query<{ id: string }>(
      `select id from comments
       where thread_id = $1
         and persona_id = $2
         and not is_anonymous
         and (author_name is distinct from $3 or author_roles <> $4)
       order by id limit $5`,
      [thread.id, personaId, name, roles, STAMPED_AT_ONCE],
    );
    return [{ ids: rows.map(({ id }) => id), name, roles }];
  },

  decide: (_persona, rows) =>
    rows.ids.length === 0
      ? { events: [], rows }
      : {
          events: [{ kind: 'persona.changed', commentId: null, isPublic: true, data: { comments: rows.ids } }],
          rows,
        },

  async write(tx, _context, [written]) {
    const { ids, name, roles } = written!.rows;
    await tx.query(
      `update comments
       set author_name = $2, author_roles = $3, changed_seq = case when seq is null then null else $4::int end
       where id = any($1)`,
      [ids, name, roles, written!.numbers[0]!.seq],
    );
  },
});
