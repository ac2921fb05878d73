import { ruleIn } from '../../locales/rules.ts';
import { Field } from '../components/field.tsx';
import { DateTime } from '../components/date-time.tsx';
import { errorIn } from './form-fields.tsx';
import { ListFilter, ListPages, ListRange, needsFilter, pageField, queryOf, type ListPart } from './list-part.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';

interface SanctionShape {
  id: string;
  kind: string;
  until: string | null;
  name: string | null;
  reason: string;
  isYours: boolean;
}

/** A page of the filtered current sanctions, and their number. */
interface SanctionChoice extends ListPart<SanctionShape> {
  chosen: { who: string; kind: string };
  kinds: { value: string; count: number }[];
}

/** A row of the form: a rule in the conference's language and in the other one, as typed. */
export type RuleRow = Record<'key' | 'title' | 'text' | 'otherTitle' | 'otherText', string>;

export interface ConductProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Of the conference, as it is shown here. */
  version: string;
  /** The rows of the form: the rules, and some empty ones. */
  rules: RuleRow[];
  words: { fr: string; en: string };
  contact: { text: string; url: string | null; email?: string | null };
  sanctions: SanctionChoice;
  isOrganizer: boolean;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/conduct`: rules, word lists, contact, and current sanctions. */
export function ConductPage({
  context,
  conference,
  version,
  rules,
  words,
  contact,
  sanctions,
  isOrganizer,
  refusal,
}: ConductProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}/rules`;
  return (
    <OrganizeShell context={context} part="rules" refusal={refusal}>
      {isOrganizer && (
        <form method="post" action={here} class="card">
          <input type="hidden" name="version" value={version} />
          <h2>{say('pages.conduct.rules')}</h2>
          <p class="help">{say('pages.conduct.rulesHelp')}</p>
          <ol class="rules">
            {rules.map((rule, i) => (
              <RuleFields key={i} number={i} rule={rule} conference={conference} refusal={refusal} say={say} />
            ))}
          </ol>
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
          <button class="primary">{say('pages.form.save')}</button>
        </form>
      )}
      <SanctionsSection sanctions={sanctions} slug={conference.slug} say={say} />
    </OrganizeShell>
  );
}

interface RuleFieldsProps {
  number: number;
  rule: RuleRow;
  conference: ConferenceShape;
  refusal: ProblemShape | null;
  say: PageContext['say'];
}

/** A rule: its title, and folded below it what it means and how it is said in the other language. */
function RuleFields({ number, rule, conference, refusal, say }: RuleFieldsProps) {
  const other = conference.locale === 'fr' ? 'en' : 'fr';
  const at = `rules/${number}`;
  const faults = {
    text: errorIn(refusal, `${at}/text`),
    otherTitle: errorIn(refusal, `${at}/translations/${other}/title`),
    otherText: errorIn(refusal, `${at}/translations/${other}/text`),
  };
  const field = (name: keyof typeof faults, language: 'fr' | 'en') => ({
    id: `${name}${number}`,
    label: say(`pages.conduct.${name === 'otherTitle' ? 'ruleTitleIn' : 'ruleTextIn'}`, {
      language: say(`pages.language.${language}`),
    }),
    defaultValue: rule[name],
    lang: language,
    autocomplete: 'off',
    fault: faults[name],
  });
  const isOpen = [rule.text, rule.otherTitle, rule.otherText, ...Object.values(faults)].some(Boolean);
  return (
    <li>
      <input type="hidden" name={`key${number}`} value={rule.key} />
      <Field
        id={`title${number}`}
        label={<span class="unseen">{say('pages.conduct.rule', { number: number + 1 })}</span>}
        defaultValue={rule.title}
        lang={conference.locale}
        maxlength={200}
        autocomplete="off"
        fault={errorIn(refusal, `${at}/title`) ?? errorIn(refusal, `${at}/key`)}
      />
      <details open={isOpen}>
        <summary>
          {say('pages.conduct.ruleMore')}
          <span class="unseen"> · {rule.title || say('pages.conduct.rule', { number: number + 1 })}</span>
        </summary>
        <Field {...field('text', conference.locale)} rows={2} maxlength={500} />
        <Field
          {...field('otherTitle', other)}
          maxlength={200}
          placeholder={ruleIn(rule, other).title}
          help={say('pages.conduct.ruleOtherHelp')}
        />
        <Field {...field('otherText', other)} rows={2} maxlength={500} />
      </details>
    </li>
  );
}

interface SanctionsSectionProps {
  sanctions: SanctionChoice;
  slug: string;
  say: PageContext['say'];
}

/** The current sanctions, with a filter, their number, and the form that ends each. */
function SanctionsSection({ sanctions, slug, say }: SanctionsSectionProps) {
  const here = `/organize/${slug}/rules`;
  const { chosen, kinds } = sanctions;
  return (
    <section id="sanctions">
      <h2>{say('pages.conduct.sanctions', { total: sanctions.total })}</h2>
      {sanctions.total === 0 && <EmptyState>{say('pages.conduct.noSanctions')}</EmptyState>}
      {needsFilter(sanctions) && (
        <ListFilter
          action={`${here}#sanctions`}
          words={{ name: 'who', label: say('pages.organize.who'), value: chosen.who }}
          choice={{
            name: 'kind',
            label: say('pages.conduct.kind'),
            value: chosen.kind,
            options: kinds.map((kind) => ({ ...kind, label: say(kindKey(kind.value)) })),
          }}
          say={say}
        />
      )}
      {sanctions.total > 0 && sanctions.found === 0 && <EmptyState>{say('pages.conduct.noSuchSanction')}</EmptyState>}
      <ListRange part={sanctions} say={say} />
      <ul class="cards">
        {sanctions.items.map(({ id, kind, until, name, reason, isYours }) => (
          <li key={id}>
            <p>
              <b dir="auto">{name ?? say('pages.organize.noName')}</b> · {say(kindKey(kind))} ·{' '}
              {until ? <DateTime at={until} zone /> : say('pages.queue.forGood')} · <span dir="auto">{reason}</span>
            </p>
            {isYours ? (
              <p class="help">{say('pages.conduct.own')}</p>
            ) : (
              <form method="post" action={`/organize/${slug}/sanctions/${id}`} class="inline">
                <label>
                  {say('pages.moderation.reason')} <input name="reason" maxlength={1000} />
                </label>
                <button>{say('pages.conduct.end')}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <ListPages
        part={sanctions}
        at={(page) => `${here}${queryOf({ ...chosen, page: pageField(page) })}#sanctions`}
        say={say}
      />
    </section>
  );
}

const kindKey = (kind: string): string => (kind === 'muted' ? 'pages.queue.mute' : 'pages.queue.suspend');
