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

export interface ConductProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Of the conference, as it is shown here. */
  version: string;
  /** The rows of the form: the rules, and some empty ones. */
  rules: { key: string; title: string }[];
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
            {rules.map(({ key, title }, i) => (
              <li key={i}>
                <input type="hidden" name={`key${i}`} value={key} />
                <Field
                  id={`title${i}`}
                  label={<span class="unseen">{say('pages.conduct.rule', { number: i + 1 })}</span>}
                  defaultValue={title}
                  maxlength={200}
                  autocomplete="off"
                  fault={errorIn(refusal, `rules/${i}/title`) ?? errorIn(refusal, `rules/${i}/key`)}
                />
              </li>
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
