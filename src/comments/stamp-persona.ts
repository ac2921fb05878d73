import { Injectable } from '@nestjs/common';
import { ParticipantsQueries } from '../accounts/participants.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { stampPersonaWrite } from './stamp-persona.write.ts';

/** A persona as its words show it from now on; the name is null once it is withdrawn. */
export interface ChangedPersona {
  personaId: string;
  accountId: string;
  name: string | null;
}

type StampHandler = (persona: ChangedPersona) => Promise<void>;

/**
 * Writes changes of personas and grants into their comments. Removes an entry of persona_changes only when nothing is
 * left to stamp, so that a crash repeats and never forgets.
 */
@Injectable()
export class StampPersona {
  private readonly write;
  private readonly handlers: StampHandler[] = [];

  constructor(
    private readonly database: Database,
    private readonly threadWriter: ThreadWriter,
    private readonly clock: Clock,
    participantsQueries: ParticipantsQueries,
  ) {
    this.write = stampPersonaWrite(participantsQueries);
  }

  /** Registers what else shows a persona; called again after a crash. */
  onStamp(handler: StampHandler): void {
    this.handlers.push(handler);
  }

  async stamp(): Promise<void> {
    const changes = await this.database.ask<ChangedPersona & { at: Date }>(
      `select c.persona_id "personaId", p.account_id "accountId",
         case when p.withdrawn_at is null then p.name end name, c.at
       from persona_changes c
       join personas p on p.id = c.persona_id
       where p.account_id is not null and c.at <= $1
       order by c.at limit 100`,
      [this.clock.now()],
    );
    for (const { at, ...persona } of changes) {
      const threads = await this.database.ask<{ id: string }>(
        'select distinct thread_id id from comments where persona_id = $1',
        [persona.personaId],
      );
      for (const { id } of threads)
        while ((await this.threadWriter.submit(id, this.write, persona)).numbers.length > 0);
      for (const handle of this.handlers) await handle(persona);
      await this.database.ask('delete from persona_changes where persona_id = $1 and at = $2', [persona.personaId, at]);
    }
  }
}
