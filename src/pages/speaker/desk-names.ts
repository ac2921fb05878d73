import { Injectable } from '@nestjs/common';
import { personaRequired } from '../../accounts/accounts.problems.ts';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { ProgrammeNames } from '../../accounts/programme-names.ts';
import { Problem } from '../../kernel/problem.ts';
import { Database } from '../../platform/database/database.ts';
import { readForm, type FormFields } from '../forms.ts';

/** The talk at whose desk an account sits. */
interface DeskSeat {
  accountId: string;
  conferenceId: string;
  talkId: string | null;
}

/** Gives a name to those who answer at a desk before they have one in its conference. */
@Injectable()
export class DeskNames {
  constructor(
    private readonly database: Database,
    private readonly personasQueries: PersonasQueries,
    private readonly programmeNames: ProgrammeNames,
  ) {}

  /** The name to offer, from the programme if it has one; null for an account that has a name. */
  async offered({ accountId, conferenceId, talkId }: DeskSeat): Promise<string | null> {
    const own = await this.personasQueries.listOf(accountId, conferenceId);
    if (own.some(({ name }) => name !== '')) return null;
    const through = { query: this.database.ask.bind(this.database) };
    return (await this.programmeNames.ownIn(through, { talkId, accountId })) ?? '';
  }

  /**
   * Writes what shows its author's name. When nothing but the name is missing, it is written with the field `name` of
   * the form, which makes the first persona of the account, or names the one with which it has asked anonymously.
   * Throws `invalid-request`, and what `write` throws.
   */
  async writeNamed<T>(form: FormFields, write: (name?: string) => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== personaRequired.kind) throw error;
    }
    const { name } = await readForm(PersonaRequest, form, ['name']);
    return write(name);
  }
}
