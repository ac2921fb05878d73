import { CopyField } from '../components/copy-field.tsx';
import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page, type PageContext } from './page.tsx';
import { RecapParts, type RecapPartShape } from './recap-parts.tsx';

export interface RecapProps {
  context: PageContext;
  title: string;
  language: string;
  here: string;
  discussion: string;
  parts: RecapPartShape[];
  savedAt: string | null;
  isWriter: boolean;
  /** The whole recap as clean HTML, for another page. */
  html: string | null;
}

/** `…/recap`: an author's words around quotations, each with a link to its place. */
export function RecapPage({ context, title, language, here, discussion, parts, savedAt, isWriter, html }: RecapProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <p>
        <a href={discussion} lang={language}>
          {title}
        </a>
      </p>
      <h1>{say('pages.recap.title', { title })}</h1>
      {savedAt ? (
        <p class="lead">
          {say('pages.recap.lead')} <DateTime at={savedAt} />
        </p>
      ) : (
        <EmptyState action={isWriter && <a href={`${here}/edit`}>{say('pages.recap.begin')}</a>}>
          {say('pages.recap.none')}
        </EmptyState>
      )}
      {isWriter && savedAt && (
        <p>
          <a href={`${here}/edit`}>{say('pages.recap.edit')}</a>
        </p>
      )}
      <article class="recap" lang={language}>
        <RecapParts parts={parts} />
      </article>
      {savedAt && (
        <p>
          <a href={discussion}>{say('pages.recap.discuss')}</a>
        </p>
      )}
      {savedAt && html !== null && <RecapFiles here={here} html={html} say={say} />}
    </Page>
  );
}

const RecapFiles = ({ here, html, say }: { here: string; html: string; say: PageContext['say'] }) => (
  <details>
    <summary>{say('pages.recap.carry')}</summary>
    <p>
      <a href={`${here}.md`}>Markdown</a> · <a href={`${here}.html`}>HTML</a>
    </p>
    <CopyField id="recap-html" label={say('pages.recap.html')} value={html} rows={8} />
  </details>
);
