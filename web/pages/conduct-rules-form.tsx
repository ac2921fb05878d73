import { Field } from '../components/field.tsx';
import { errorIn } from './form-fields.tsx';
import type { PageContext } from './page.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { RuleFields, type RuleRow } from './rule-fields.tsx';

export interface RulesFormProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Of the conference, as it is shown here. */
  version: string;
  /** The rows of the form: the rules, and some empty ones. */
  rules: RuleRow[];
  words: { fr: string; en: string };
  contact: { text: string; url: string | null; email?: string | null };
  refusal: ProblemShape | null;
}

/** The form of the rules, the lists of words, and the contact. */
export const RulesForm = ({
  conference,
  version,
  rules,
  words,
  contact,
  refusal,
  context: { say },
  here,
}: RulesFormProps & { here: string }) => (
  <form method="post" action={here} class="card">
    <input type="hidden" name="version" value={version} />
    <h2>{say('pages.conduct.rules')}</h2>
    <p class="help">{say('pages.conduct.rulesHelp')}</p>
    <ol class="rules">
      {rules.map((rule, i) => (
        <RuleFields key={i} number={i} rule={rule} conference={conference} refusal={refusal} say={say} />
      ))}
    </ol>
    <WordLists words={words} say={say} />
    <ContactFields contact={contact} refusal={refusal} say={say} />
    <button class="primary">{say('pages.form.save')}</button>
  </form>
);

const WordLists = ({ words, say }: { words: RulesFormProps['words']; say: PageContext['say'] }) => (
  <>
    <p>
      <label for="words-fr">{say('pages.conduct.words', { language: say('pages.language.fr') })}</label>
      <textarea id="words-fr" name="wordsFr" rows={4}>
        {words.fr}
      </textarea>
    </p>
    <p>
      <label for="words-en">{say('pages.conduct.words', { language: say('pages.language.en') })}</label>
      <textarea id="words-en" name="wordsEn" rows={4}>
        {words.en}
      </textarea>
      <span class="help">{say('pages.conduct.wordsHelp')}</span>
    </p>
  </>
);

interface ContactFieldsProps {
  contact: RulesFormProps['contact'];
  refusal: ProblemShape | null;
  say: PageContext['say'];
}

const ContactFields = ({ contact, refusal, say }: ContactFieldsProps) => (
  <>
    <p>
      <label for="contact">{say('pages.conduct.contact')}</label>
      <textarea id="contact" name="contact" rows={3} maxlength={1000}>
        {contact.text}
      </textarea>
    </p>
    <p>
      <label for="contact-url">{say('pages.conduct.contactUrl')}</label>
      <input id="contact-url" name="contactUrl" type="url" maxlength={500} value={contact.url ?? ''} />
    </p>
    <Field
      id="contact-email"
      name="contactEmail"
      type="email"
      label={say('pages.conduct.contactEmail')}
      defaultValue={contact.email ?? ''}
      maxlength={254}
      help={say('pages.conduct.contactEmailHelp')}
      fault={errorIn(refusal, 'contact/email')}
    />
  </>
);
