import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StampPersona, type ChangedPersona } from '../comments/stamp-persona.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { raiseTalksOf } from './raise-talks.ts';

interface OwnRecap {
  id: string;
  threadId: string | null;
  isPublished: boolean;
}

/**
 * Writes a persona's present name into its recaps. The discussion takes a number, so that what is cached with the
 * name, the line and the biography of the author goes old at once.
 */
@Injectable()
export class StampRecaps implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly changeThread: ChangeThread,
    private readonly stampPersona: StampPersona,
  ) {}

  onModuleInit(): void {
    this.stampPersona.onStamp((persona) => this.stamp(persona));
  }

  private async stamp({ personaId, name }: ChangedPersona): Promise<void> {
    const own = await this.database.ask<OwnRecap>(
      `select id, discussion_id "threadId", published_at is not null "isPublished" from recaps where persona_id = $1`,
      [personaId],
    );
    for (const { id, threadId, isPublished } of own) {
      const write = (through: Queryable): Promise<unknown> =>
        through.query('update recaps set author_name = $2 where id = $1', [id, name]);
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
}
