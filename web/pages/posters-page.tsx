import type { ConferenceShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

/** The papers to print: a slide for each talk; a poster or a card for each room. */
export const PAPERS = ['slides', 'a4', 'a3', 'cards'] as const;
export type Paper = (typeof PAPERS)[number];

interface PostersProps {
  context: PageContext;
  conference: ConferenceShape;
  /** In how many goes the slides are printed. */
  pages: number;
}

/** `/organize/{conference}/qr`: sheets to print, and every code as a file. */
export function PostersPage({ context, conference, pages }: PostersProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}/qr`;
  return (
    <OrganizeShell context={context} part="posters" lead={say('pages.posters.lead')}>
      <PapersForm conference={conference} pages={pages} here={here} say={say} />
      <section class="card">
        <h2>{say('pages.posters.codes')}</h2>
        <p class="help">{say('pages.posters.codesHelp')}</p>
        <p>
          <a class="button" href={`${here}/codes.zip`} download>
            {say('pages.posters.download')}
          </a>
        </p>
      </section>
    </OrganizeShell>
  );
}

interface PapersFormProps {
  conference: ConferenceShape;
  pages: number;
  here: string;
  say: PageContext['say'];
}

const PapersForm = ({ conference, pages, here, say }: PapersFormProps) => (
  <form method="get" action={`${here}/${PAPERS[0]}`} class="card fields">
    <div class="two">
      <label>
        {say('pages.settingsOf.localeLabel')}{' '}
        <select name="lang">
          {['fr', 'en'].map((locale) => (
            <option key={locale} value={locale} selected={locale === conference.locale}>
              {say(`pages.language.${locale}`)}
            </option>
          ))}
        </select>
      </label>
      {pages > 1 && (
        <label>
          {say('pages.posters.part')}{' '}
          <select name="page">
            {Array.from({ length: pages }, (_, i) => (
              <option key={i} value={i + 1}>
                {say('pages.posters.partOf', { page: i + 1, pages })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
    <p>
      <label>
        <input type="checkbox" name="both" checked /> {say('pages.posters.both')}
      </label>
    </p>
    <PaperList here={here} say={say} />
  </form>
);

const PaperList = ({ here, say }: { here: string; say: PageContext['say'] }) => (
  <ul class="checks">
    {PAPERS.map((paper) => (
      <li key={paper}>
        <span />
        <span>
          <b id={`paper-${paper}`}>{say(`pages.posters.papers.${paper}.title`)}</b>
          <span class="help"> {say(`pages.posters.papers.${paper}.help`)}</span>
        </span>
        <button formaction={`${here}/${paper}`} aria-describedby={`paper-${paper}`}>
          {say('pages.posters.open')}
        </button>
      </li>
    ))}
  </ul>
);
