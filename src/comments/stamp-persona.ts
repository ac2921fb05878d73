import { Injectable } from '@nestjs/common';
import { badgesOn } from '../accounts/badge.policy.ts';
import { ParticipantsQueries } from '../accounts/participants.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import type { ThreadWrite } from '../threads/thread-write.ts';

/** So many comments one event may stamp: a page of changes is never cut inside one. */
const STAMPED_AT_ONCE = 8;

interface Face {
  personaId: string;
  accountId: string;
  name: string | null;
}
interface StampRows {
  ids: string[];
  name: string | null;
  roles: string[];
}

/** Writes into a thread's rows what a persona is called and may do now, a few rows an event. */
function stampingWith(participants: ParticipantsQueries): ThreadWrite<Face, StampRows, StampRows> {
  return {
    isBatched: false,
    conflictKeys: () => [],

    async read(tx: Tx, { thread }, faces) {
      const [{ personaId, accountId, name }] = faces as [Face];
      const participant = (await participants.lookup(tx, [accountId]))(accountId, thread.conferenceId);
      const roles = badgesOn(personaId, participant, thread.talkId);
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

    decide: (_face, rows) =>
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
  };
}

/**
 * Carries changes of personas and grants into the comments that show them. Reads persona_changes, which is written
 * with the change itself, and takes an entry away only when nothing is left to stamp: a crash repeats, never forgets.
 */
@Injectable()
export class StampPersona {
  private readonly stamping;

  constructor(
    private readonly database: Database,
    private readonly threadWriter: ThreadWriter,
    private readonly clock: Clock,
    participantsQueries: ParticipantsQueries,
  ) {
    this.stamping = stampingWith(participantsQueries);
  }

  async stamp(): Promise<void> {
    const changes = await this.database.ask<{ personaId: string; accountId: string; name: string | null; at: Date }>(
      `select c.persona_id "personaId", p.account_id "accountId",
         case when p.withdrawn_at is null then p.name end name, c.at
       from persona_changes c
       join personas p on p.id = c.persona_id
       where p.account_id is not null and c.at <= $1
       order by c.at limit 100`,
      [this.clock.now()],
    );
    for (const { at, ...face } of changes) {
      const threads = await this.database.ask<{ id: string }>(
        'select distinct thread_id id from comments where persona_id = $1',
        [face.personaId],
      );
      for (const { id } of threads)
        while ((await this.threadWriter.submit(id, this.stamping, face)).numbers.length > 0);
      await this.database.ask('delete from persona_changes where persona_id = $1 and at = $2', [face.personaId, at]);
    }
  }
}
