import { ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { Page, type PageContext } from './page.tsx';
import type { RecapLineShape } from './recap-shapes.ts';
import { RecapsList } from './recaps-list.tsx';

interface RecapsPageProps {
  context: PageContext;
  conference: ConferenceShape;
  recaps: readonly RecapLineShape[];
  next: string | null;
  /** Whether this reader may write one, or may sign in to do so. */
  mayWrite: boolean;
}

/** `/c/{conference}/recaps`: what people took home; official recaps first, then the newest. */
export function RecapsPage({ context, conference, recaps, next, mayWrite }: RecapsPageProps) {
  const { say } = context;
  const here = `/c/${conference.slug}`;
  const write = (
    <ButtonLink kind="primary" href={`${here}/recaps/new`} rel="nofollow">
      {say('pages.recaps.write')}
    </ButtonLink>
  );
  return (
    <Page {...context}>
      <p>
        <a href={here} lang={conference.locale}>
          {conference.title}
        </a>
      </p>
      <h1>{say('pages.recaps.title')}</h1>
      <p class="lead">{say('pages.recaps.lead')}</p>
      {recaps.length > 0 && mayWrite && <p>{write}</p>}
      {recaps.length === 0 && <EmptyState action={mayWrite && write}>{say('pages.recaps.none')}</EmptyState>}
      <RecapsList recaps={recaps} />
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}/recaps?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
      <p class="help dots">
        <a href={`${here}/recaps.atom`} rel="alternate" type="application/atom+xml">
          {say('pages.feed')}
        </a>
      </p>
    </Page>
  );
}
