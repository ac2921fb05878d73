import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StandingsQueries } from '../accounts/standings.queries.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { ScopeRegistry } from '../platform/http/access.ts';

/** Tells the guard which conference and talk the things of this module belong to. */
@Injectable()
export class ModerationScopes implements OnModuleInit {
  constructor(
    private readonly scopeRegistry: ScopeRegistry,
    private readonly database: Database,
    private readonly standingsQueries: StandingsQueries,
  ) {}

  onModuleInit(): void {
    // Personas are known to people who decide in their conference; for others the route answers as if there were none.
    this.scopeRegistry.register(
      'persona',
      (key) => this.find('select conference_id id from personas where id = $1', key),
      {
        isHidden: async () => true,
      },
    );
    this.scopeRegistry.register(
      'report',
      (key) => this.find('select conference_id id from reports where id = $1 and confirmed_at is not null', key),
      {
        talkOf: (key) =>
          this.find(
            `select t.talk_id id from reports r
             join comments m on m.id = r.comment_id
             join threads t on t.id = m.thread_id
             where r.id = $1`,
            key,
          ),
        isHidden: async () => true,
      },
    );
    this.scopeRegistry.register(
      'appeal',
      (key) => this.find('select conference_id id from appeals where id = $1', key),
      {
        talkOf: (key) =>
          this.find(
            `select t.talk_id id from appeals a
           join decisions d on d.id = a.decision_id
           join threads t on t.id = d.thread_id
           where a.id = $1`,
            key,
          ),
        isHidden: async () => true,
      },
    );
    this.scopeRegistry.register('sanction', (key) => this.standingsQueries.conferenceOf(key), {
      isHidden: async () => true,
    });
  }

  private async find(sql: string, key: string): Promise<string | null> {
    const [row] = isUuid(key) ? await this.database.ask<{ id: string | null }>(sql, [key]) : [];
    return row?.id ?? null;
  }
}
