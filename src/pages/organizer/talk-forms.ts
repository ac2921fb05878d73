import { Injectable } from '@nestjs/common';
import { words } from '../../../locales/catalogues.ts';
import type { Locale, Words } from '../../../locales/words.ts';
import type { TalkFormShape } from '../../../web/pages/talk-form.tsx';
import type { ProblemShape, TalkShape } from '../../../web/components/shapes.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { addressesBesideHandles } from '../../kernel/handles.ts';
import { isDay } from '../../kernel/zone.ts';
import { renderMarkdown } from '../../platform/markup/markdown.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { typed, type FormFields } from '../forms.ts';
import { abstractIn, mergedChoice, storedChoice, typedChoice } from './talk-form.ts';

/** The conference of a talk, for its form. */
interface ConferenceOfTalk {
  id: string;
  timeZone: string;
}

/** The outcome of a form: nothing yet, a refusal, or the wish to see its abstract. */
export interface SentTalkForm {
  form: FormFields;
  refusal: ProblemShape | null;
  /** Whether it asks what its abstract will look like. */
  isPreview?: boolean;
  /** The language of its organizer. */
  locale: Locale;
}

/** Makes the forms of talks, with what was typed, what is stored, and what another organizer saved meanwhile. */
@Injectable()
export class TalkForms {
  constructor(private readonly programmeListing: ProgrammeListing) {}

  /** A talk of this conference and the version it is in. Throws `not-found`. */
  async find(conferenceId: string, id: string): Promise<{ talk: TalkShape; version: string }> {
    const { view, version } = await this.programmeListing.talkInVersion(id);
    const thread = view.threadId === null ? null : await this.programmeListing.thread(view.threadId);
    if (thread?.conferenceId !== conferenceId) throw notFound();
    return { talk: view as TalkShape, version };
  }

  /** The form of a talk, or of a new one when `id` is null. Throws `not-found`. */
  async make(conference: ConferenceOfTalk, id: string | null, sent: SentTalkForm): Promise<TalkFormShape> {
    const { form, locale } = sent;
    const refusal = sent.refusal && namingTime(sent.refusal, form, words(locale));
    const { talk, version } = id === null ? { talk: null, version: '' } : await this.find(conference.id, id);
    const stored = storedChoice(talk, conference.timeZone);
    const mine = typedChoice(form, stored);
    const isOutdated = refusal?.type === '/problems/version-outdated';
    const { choice, meanwhile } =
      mine && isOutdated ? mergedChoice(mine, stored, form['was']) : { choice: mine ?? stored, meanwhile: {} };
    // Until it is told of others a form stays in the version that it was shown in, so that it will be.
    const stays = mine !== null && !isOutdated;
    return {
      talk,
      version: stays ? typed(form, 'version') : version,
      was: stays ? typed(form, 'was') : JSON.stringify(stored),
      choice,
      meanwhile,
      preview: sent.isPreview ? renderMarkdown(abstractIn(form), addressesBesideHandles) : null,
      refusal,
    };
  }
}

/** A refusal names the day or the time of the form, where the API has one field for both. */
function namingTime(refusal: ProblemShape, form: FormFields, say: Words): ProblemShape {
  const wrong = isDay(typed(form, 'day').trim()) ? 'time' : 'day';
  const named = { pointer: `#/${wrong}`, detail: say(`pages.talkForm.${wrong}Wrong`) };
  const errors = refusal.errors?.map((error) => (error.pointer === '#/startsAt' ? named : error));
  return errors ? { ...refusal, errors } : refusal;
}
