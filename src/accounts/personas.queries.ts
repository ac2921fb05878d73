import { Injectable } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import type { Persona } from './persona.entity.ts';
import { personaChoiceRequired, personaRequired } from './accounts.problems.ts';

export const PERSONA_COLUMNS = `id, account_id "accountId", conference_id "conferenceId", name, tagline, biography,
    slug, has_comments_shown "hasCommentsShown", is_indexed "isIndexed", avatar_seed "avatarSeed",
    withdrawn_at "withdrawnAt"`;

@Injectable()
export class PersonasQueries {
  private readonly asker: Queryable;

  constructor(private readonly database: Database) {
    this.asker = { query: (sql, values) => database.ask(sql, values) };
  }

  listOf(accountId: string, conferenceId: string | null = null, through: Queryable = this.asker): Promise<Persona[]> {
    return through.query<Persona>(
      `select ${PERSONA_COLUMNS} from personas
       where account_id = $1
         and ($2::uuid is null or conference_id = $2)
         and withdrawn_at is null
       order by name, id`,
      [accountId, conferenceId],
    );
  }

  /**
   * The persona an account speaks with: the named one, else the only one. Throws `persona-required`,
   * `persona-choice-required`.
   */
  async choose(
    accountId: string,
    conferenceId: string,
    personaId: string | undefined,
    through?: Queryable,
  ): Promise<Persona> {
    return choosePersona(await this.listOf(accountId, conferenceId, through), personaId);
  }

  /** The seed of an avatar, which is random and hence public. */
  async avatarSeed(personaId: string): Promise<string | null> {
    if (!isUuid(personaId)) return null;
    const [row] = await this.database.read<{ seed: string }>(
      'select avatar_seed seed from personas where id = $1 and withdrawn_at is null',
      [personaId],
    );
    return row?.seed ?? null;
  }
}

/**
 * The persona of this id, else the only one. One without a name speaks only anonymously, so it is not counted where its
 * name would show. Throws `not-found`, `persona-required`, `persona-choice-required`.
 */
export function choosePersona(
  own: readonly Persona[],
  personaId: string | null | undefined,
  isAnonymous = false,
): Persona {
  const named = own.filter(({ name }) => name !== '');
  if (personaId && !own.some(({ id }) => id === personaId)) throw notFound();
  const possible = isAnonymous && (personaId || named.length === 0) ? own : named;
  const chosen = personaId ? possible.filter(({ id }) => id === personaId) : possible;
  if (chosen.length > 1) throw personaChoiceRequired();
  if (!chosen[0]) throw personaRequired();
  return chosen[0];
}
