import { Refusal } from '../components/refusal.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { Page, type PageContext } from './page.tsx';

interface GoneRecapPageProps {
  context: PageContext;
  conference: ConferenceShape;
  state: 'withheld' | 'withdrawn';
  /** For its author: the text, which nobody else can read. */
  own?: { title: string; markdown: string; refusal: ProblemShape | null } | null;
}

/** In the place of a recap that was public and is not any more: nothing of its words, not even the title. */
export function GoneRecapPage({ context, conference, state, own = null }: GoneRecapPageProps) {
  const { say } = context;
  const here = `/c/${conference.slug}`;
  return (
    <Page {...context}>
      <p>
        <a href={here} lang={conference.locale}>
          {conference.title}
        </a>
      </p>
      <h1>{say('pages.recaps.title')}</h1>
      <p class="closed">
        {own ? say(`pages.recaps.stateHelp.${state}`) : say(`pages.recaps.gone.${state}`)}{' '}
        {own && state === 'withheld' && <a href="/me#statements">{say('pages.recaps.statement')}</a>}
      </p>
      {own?.refusal && <Refusal title={own.refusal.title} detail={own.refusal.detail} errors={own.refusal.errors} />}
      {own && (
        <div class="card">
          <p dir="auto">
            <b>{own.title}</b>
          </p>
          <label for="kept-words">{say('pages.form.keptWords')}</label>
          <textarea id="kept-words" rows={18} readOnly dir="auto" value={own.markdown} />
        </div>
      )}
      <p class="dots">
        <a href={`${here}/recaps`}>{say('pages.recaps.all')}</a>
        {state === 'withheld' && <a href={`${here}/ledger`}>{say('pages.ledger.link')}</a>}
      </p>
    </Page>
  );
}
