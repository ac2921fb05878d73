import { Page, type PageContext } from './page.tsx';

/** Retention periods, from the code that enforces them. */
export type RetentionFacts = Readonly<Record<string, number>>;

/** What is stored about people, in the order in which they meet it. */
export const STORED = [
  'address',
  'code',
  'browser',
  'known',
  'session',
  'passkey',
  'apiToken',
  'withoutAddress',
  'guest',
  'persona',
  'comment',
  'question',
  'vote',
  'role',
  'decision',
  'repeat',
  'network',
] as const;

/** `/privacy`: what is stored, why, how long, and who can see it. */
export function PrivacyPage({ context, kept }: { context: PageContext; kept: RetentionFacts }) {
  const { say } = context;
  return (
    <Page {...context}>
      <h1>{say('pages.privacy.title')}</h1>
      <p class="lead">{say('pages.privacy.lead')}</p>
      {STORED.map((thing) => (
        <section key={thing} class="card" id={thing}>
          <h2>{say(`pages.privacy.stored.${thing}.what`)}</h2>
          <dl>
            {(['why', 'long', 'who'] as const).map((part) => (
              <div key={part}>
                <dt>{say(`pages.privacy.${part}`)}</dt>
                <dd>{say(`pages.privacy.stored.${thing}.${part}`, kept)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <h2>{say('pages.privacy.cookies')}</h2>
      <p>{say('pages.privacy.cookiesText', kept)}</p>
      <h2>{say('pages.privacy.never')}</h2>
      <p>{say('pages.privacy.neverText')}</p>
    </Page>
  );
}
