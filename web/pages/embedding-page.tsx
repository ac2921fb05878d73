import { CopyField } from '../components/copy-field.tsx';
import { ListPages } from './list-part.tsx';
import type { ThreadChoice } from './organize-props.ts';
import { ThreadFilter, threadsAt } from './thread-filter.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';

interface EmbeddingPageProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Of the conference, as it is shown here. */
  version: string;
  sites: string;
  threads: ThreadChoice;
  base: string;
  refusal: ProblemShape | null;
}

/** `/organize/{conference}/embedding`: the sites that may frame threads, and the code for their pages. */
export function EmbeddingPage({ context, conference, version, sites, threads, base, refusal }: EmbeddingPageProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}/embedding`;
  return (
    <OrganizeShell
      context={context}
      part="export"
      title={say('pages.embed.title')}
      lead={say('pages.embed.lead')}
      refusal={refusal}
    >
      <SitesForm version={version} sites={sites} here={here} say={say} />
      <section id="threads">
        <h2>{say('pages.embed.lines', { total: threads.total })}</h2>
        <p class="help">{say('pages.embed.linesHelp')}</p>
        <ThreadFilter threads={threads} here={here} say={say} />
        <ul class="cards">
          {threads.items.map((thread) => (
            <li key={thread.id}>
              <CopyField
                id={`line-${thread.id}`}
                label={thread.title}
                value={linesFor(thread, {
                  base,
                  path: `/c/${conference.slug}/t/${thread.slug}`,
                  words: say('pages.embed.discuss'),
                })}
                rows={4}
              />
            </li>
          ))}
        </ul>
        <ListPages part={threads} at={(page) => `${here}${threadsAt(threads, page)}#threads`} say={say} />
      </section>
    </OrganizeShell>
  );
}

/** The code for another site's page: the script, and a link for readers without scripts. */
export const linesFor = (
  { id }: { id: string },
  { base, path, words }: { base: string; path: string; words: string },
): string =>
  `<script async src="${base}/embed.js" data-thread="${id}"></script>\n<noscript><a ` +
  `href="${base}${path}">${words}</a></noscript>`;

interface SitesFormProps {
  version: string;
  sites: string;
  here: string;
  say: PageContext['say'];
}

const SitesForm = ({ version, sites, here, say }: SitesFormProps) => (
  <form method="post" action={here} class="card">
    <input type="hidden" name="version" value={version} />
    <p>
      <label for="sites">{say('pages.embed.sites')}</label>
      <textarea id="sites" name="sites" rows={4} aria-describedby="sites-help">
        {sites}
      </textarea>
      <span class="help" id="sites-help">
        {say('pages.embed.sitesHelp')}
      </span>
    </p>
    <button class="primary">{say('pages.form.save')}</button>
  </form>
);
