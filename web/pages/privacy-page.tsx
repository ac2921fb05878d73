import { Page, type PageContext } from './page.tsx';

/** Retention periods, from the code that enforces them. */
export type RetentionFacts = Readonly<Record<string, number>>;

/** Stored things about people, in the order in which they meet them. */
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
  'reply',
  'question',
  'vote',
  'notice',
  'role',
  'decision',
  'repeat',
  'network',
] as const;

/** `/privacy`: what is stored, why, how long, and who can see it. */
export function PrivacyPage({ context, kept }: { context: PageContext; kept: RetentionFacts }) {
  const { say } = context;
  return (
    <Page {...context} width="page">
      <div class="parted">
        <nav class="parts" aria-label={say('pages.privacy.title')}>
          {(['never', 'cookies'] as const).map((part) => (
            <a key={part} href={`#${part}`}>
              {say(`pages.privacy.${part}`)}
            </a>
          ))}
          {STORED.map((thing) => (
            <a key={thing} href={`#${thing}`}>
              {say(`pages.privacy.stored.${thing}.what`)}
            </a>
          ))}
        </nav>
        <div>
          <h1>{say('pages.privacy.title')}</h1>
          <p class="lead">{say('pages.privacy.lead')}</p>
          <section class="card" id="never">
            <h2>{say('pages.privacy.never')}</h2>
            <p>{say('pages.privacy.neverText')}</p>
          </section>
          <section class="card" id="cookies">
            <h2>{say('pages.privacy.cookies')}</h2>
            <p>{say('pages.privacy.cookiesText', kept)}</p>
          </section>
          {STORED.map((thing) => (
            <Stored key={thing} thing={thing} say={say} kept={kept} />
          ))}
        </div>
      </div>
    </Page>
  );
}

/** One thing that is stored: why, for how long, and who sees it. */
const Stored = ({ thing, say, kept }: Pick<PageContext, 'say'> & { thing: string; kept: RetentionFacts }) => (
  <section class="card" id={thing}>
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
);
