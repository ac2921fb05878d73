import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ParticipantsQueries } from '../accounts/participants.queries.ts';
import { StampPersona, type ChangedPersona } from '../comments/stamp-persona.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { raiseTalksOf } from './raise-talks.ts';
import { rolesUnder } from './recap-authors.ts';

interface OwnRecap {
  id: string;
  conferenceId: string;
  threadId: string | null;
  isPublished: boolean;
  /** The talks of which its newest published version speaks, or a draft. */
  talkIds: string[];
}

/**
 * Writes a persona's present name and roles into its recaps. The discussion takes a number, so that what is cached with
 * the name, the line and the biography of the author goes old at once.
 */
@Injectable()
export class StampRecaps implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly changeThread: ChangeThread,
    private readonly stampPersona: StampPersona,
    private readonly participantsQueries: ParticipantsQueries,
  ) {}

  onModuleInit(): void {
    this.stampPersona.onStamp((persona) => this.stamp(persona));
  }

  private async stamp({ personaId, accountId, name }: ChangedPersona): Promise<void> {
    const own = await this.database.ask<OwnRecap>(
      `select r.id, r.conference_id "conferenceId", r.discussion_id "threadId",
         r.published_at is not null "isPublished",
         coalesce(
           (
             select v.talk_ids from recap_versions v
             where v.recap_id = r.id
             order by v.is_published desc, v.version desc limit 1
           ),
           '{}'
         ) "talkIds"
       from recaps r
       where r.persona_id = $1`,
      [personaId],
    );
    for (const recap of own) {
      const write = async (through: Queryable): Promise<void> => {
        const participant = (await this.participantsQueries.lookup(through, [accountId]))(
          accountId,
          recap.conferenceId,
        );
        await through.query('update recaps set author_name = $2, author_roles = $3 where id = $1', [
          recap.id,
          name,
          rolesUnder(personaId, participant, recap.talkIds),
        ]);
      };
      await this.writeInto(recap, write);
    }
  }

  private async writeInto(
    { id, threadId, isPublished }: OwnRecap,
    write: (through: Queryable) => Promise<void>,
  ): Promise<void> {
    if (threadId === null || !isPublished) await this.database.transaction(write);
    else
      await this.changeThread.change(threadId, {
        event: 'persona.changed',
        changesOf: () => ({}),
        also: async (tx) => {
          await write(tx);
          await raiseTalksOf(tx, id);
        },
      });
  }
}
