import { useContext } from 'preact/hooks';
import { ruleIn, type Rule } from '../../locales/rules.ts';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Page, type PageContext } from './page.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { ConductTabs } from './conduct-tabs.tsx';

export interface RulesProps {
  context: PageContext;
  conference: ConferenceShape;
  versions: { version: number; rules: Rule[]; at: string }[];
  contact: { text: string; url: string | null; email?: string | null } | null;
}

/** `/c/{conference}/rules`: the rules in force, earlier versions, and how to reach the host. */
export function RulesPage({ context, conference, versions: [now, ...earlier], contact }: RulesProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.rules.title')}</h1>
      <ConductTabs slug={conference.slug} chosen="rules" />
      {now && (
        <>
          <RuleList rules={now.rules} />
          <p class="help">
            {say('pages.rules.version', { version: now.version })} <DateTime at={now.at} time={false} />.
          </p>
        </>
      )}
      <p>{say('pages.rules.how')}</p>
      <Contact contact={contact} url={conference.url} say={say} />
      {earlier.length > 0 && (
        <section>
          <h2>{say('pages.rules.earlier')}</h2>
          {earlier.map(({ version, at, rules }) => (
            <details key={version}>
              <summary>
                {say('pages.rules.version', { version })} <DateTime at={at} time={false} />
              </summary>
              <RuleList rules={rules} />
            </details>
          ))}
        </section>
      )}
    </Page>
  );
}

function RuleList({ rules }: { rules: readonly Rule[] }) {
  const { locale } = useContext(LocaleContext);
  return (
    <ol class="rules card">
      {rules.map((rule) => {
        const { title, text } = ruleIn(rule, locale);
        return (
          <li key={rule.key} id={rule.key}>
            <span dir="auto">{title}</span>
            {text !== '' && (
              <p class="help plain" dir="auto">
                {text}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface ContactProps {
  contact: RulesProps['contact'];
  /** Of the conference's own site. */
  url: ConferenceShape['url'];
  say: PageContext['say'];
}

const Contact = ({ contact, url, say }: ContactProps) => (
  <section id="contact" class="card">
    <h2>{say('pages.rules.contact')}</h2>
    <p dir="auto" class="plain">
      {contact?.text || say('pages.rules.noContact')}
    </p>
    {contact?.url && (
      <p>
        <a href={contact.url} rel="nofollow noopener">
          {contact.url}
        </a>
      </p>
    )}
    {contact?.email && (
      <p>
        <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </p>
    )}
    {url && (
      <p>
        <a href={url} rel="nofollow noopener">
          {say('pages.conference.site')}
        </a>
      </p>
    )}
    <p class="help">{say('pages.rules.languages')}</p>
  </section>
);
