import { DateTime } from '../components/date-time.tsx';
import { Page, type PageContext } from './page.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import type { RuleShape } from './rule-choice.tsx';

export interface RulesProps {
  context: PageContext;
  conference: ConferenceShape;
  versions: { version: number; rules: RuleShape[]; at: string }[];
  contact: { text: string; url: string | null } | null;
}

/** `/c/{conference}/rules`: the rules in force, earlier versions, and how to reach the host. */
export function RulesPage({ context, conference, versions: [now, ...earlier], contact }: RulesProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.rules.title')}</h1>
      {now && (
        <>
          <p class="lead">
            {say('pages.rules.version', { version: now.version })} <DateTime at={now.at} time={false} />.
          </p>
          <RuleList rules={now.rules} />
        </>
      )}
      <p>
        {say('pages.rules.how')} <a href={`/c/${conference.slug}/ledger`}>{say('pages.ledger.link')}</a> ·{' '}
        <a href={`/c/${conference.slug}/figures`}>{say('pages.figures.link')}</a>
      </p>
      <section id="contact">
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
        {conference.url && (
          <p>
            <a href={conference.url} rel="nofollow noopener">
              {say('pages.conference.site')}
            </a>
          </p>
        )}
        <p class="help">{say('pages.rules.languages')}</p>
      </section>
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

const RuleList = ({ rules }: { rules: readonly RuleShape[] }) => (
  <ol class="rules">
    {rules.map(({ key, title }) => (
      <li key={key} id={key}>
        {title} <code>{key}</code>
      </li>
    ))}
  </ol>
);
