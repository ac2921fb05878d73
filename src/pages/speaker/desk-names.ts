import { Injectable } from '@nestjs/common';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { ProgrammeNames } from '../../accounts/programme-names.ts';
import { WritePersona } from '../../accounts/write-persona.ts';
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
    private readonly writePersona: WritePersona,
  ) {}

  /** The name to offer, from the programme if it has one; null for an account that has a name. */
  async offered({ accountId, conferenceId, talkId }: DeskSeat): Promise<string | null> {
    if (await this.hasName(accountId, conferenceId)) return null;
    const through = { query: this.database.ask.bind(this.database) };
    return (await this.programmeNames.ownIn(through, { talkId, accountId })) ?? '';
  }

  /**
   * Makes the first persona of an account from the field `name` of a form, or names the one with which it has asked
   * anonymously. Throws `invalid-request` and what making a persona throws.
   */
  async nameFirst(accountId: string, conferenceId: string, form: FormFields): Promise<void> {
    if (await this.hasName(accountId, conferenceId)) return;
    const { name } = await readForm(PersonaRequest, form, ['name']);
    await this.writePersona.createFirst(accountId, conferenceId, { name, tagline: '' });
  }

  private async hasName(accountId: string, conferenceId: string): Promise<boolean> {
    return (await this.personasQueries.listOf(accountId, conferenceId)).some(({ name }) => name !== '');
  }
}
