import { Injectable } from '@nestjs/common';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { Precondition } from '../../kernel/precondition.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { CreateRecap } from '../../recap/create-recap.ts';
import { EditRecap } from '../../recap/edit-recap.ts';
import { NewRecapRequest, RecapChangeRequest } from '../../recap/recap.requests.ts';
import type { RecapView } from '../../recap/recap.view.ts';
import { WithdrawRecap } from '../../recap/withdraw-recap.ts';
import { readFields, readForm, typed, type FormFields } from '../forms.ts';
import { draftIn } from '../speaker/recap-draft.ts';

/** The form of a recap as sent; `recap` is null before the first saving. */
interface SentRecap {
  conference: { id: string };
  recap: Pick<RecapView, 'id'> | null;
  form: FormFields;
  published: boolean;
}

/** Carries out the form of a participant's recap, by the API's verbs. */
@Injectable()
export class SaveRecapForm {
  constructor(
    private readonly createRecap: CreateRecap,
    private readonly editRecap: EditRecap,
    private readonly withdrawRecap: WithdrawRecap,
    private readonly personasQueries: PersonasQueries,
  ) {}

  /** Saves a draft, or publishes; returns the recap's id. Throws `invalid-request` and what the verbs throw. */
  async save(accountId: string, { conference, recap, form, published }: SentRecap): Promise<string> {
    const fields = { ...draftIn(form), title: typed(form, 'title'), published };
    if (recap) {
      const { title, markdown, items } = await readFields(RecapChangeRequest, fields);
      const changes = { title, markdown, items, published };
      await this.editRecap.edit(accountId, recap.id, changes, preconditionOfForm(form['version']));
      return recap.id;
    }
    const personaId = typed(form, 'personaId');
    const named = personaId === '' ? fields : { ...fields, personaId };
    const { personaId: chosen, ...request } = await readFields(NewRecapRequest, named);
    const firstName = await this.firstNameOf(accountId, conference.id, form);
    return this.createRecap.create(accountId, conference.id, {
      ...request,
      personaId: chosen ?? undefined,
      firstName,
    });
  }

  async withdraw(accountId: string, id: string): Promise<void> {
    await this.withdrawRecap.withdraw(accountId, id, Precondition.none);
  }

  /** The name that a participant without a named persona here gave with the recap. */
  private async firstNameOf(accountId: string, conferenceId: string, form: FormFields): Promise<string | undefined> {
    const own = await this.personasQueries.listOf(accountId, conferenceId);
    if (own.some(({ name }) => name !== '')) return undefined;
    return (await readForm(PersonaRequest, form, ['name'])).name;
  }
}
