import { DateTime } from '../components/date-time.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { Logo } from './brand-images.tsx';
import { Shell, type PageContext } from './page.tsx';
import type { Paper } from './posters-page.tsx';

/** A sheet: of a talk or of a room. */
export interface PosterSheet {
  title: string;
  under: string;
  startsAt: string | null;
  room: string;
  /** The address of the picture of its code. */
  code: string;
  /** The address in the code, in words to be typed. */
  address: string;
}

/** The texts of a sheet in one language. */
export interface PosterWords {
  locale: string;
  call: string;
  how: string;
}

interface PosterSheetsProps {
  context: PageContext;
  conference: ConferenceShape;
  paper: Paper;
  sheets: PosterSheet[];
  /** In one language or in two. */
  words: PosterWords[];
}

/** `/organize/{conference}/qr/{paper}`: one sheet a page, as the browser prints it. */
export function PosterSheetsPage({ context, conference, paper, sheets, words }: PosterSheetsProps) {
  const { say } = context;
  return (
    <Shell {...context} theme="light">
      <main class={`sheets ${paper}`}>
        <h1 class="unseen">{say('pages.organize.parts.posters')}</h1>
        <p class="on-screen">
          <a href={`/organize/${conference.slug}/qr`}>{say('pages.organize.parts.posters')}</a> ·{' '}
          {say(`pages.posters.${sheets.length === 0 ? 'nothing' : 'print'}`, { count: sheets.length })}
        </p>
        {sheets.map((sheet) => (
          <Sheet key={sheet.code} sheet={sheet} words={words} conference={conference} context={context} />
        ))}
      </main>
    </Shell>
  );
}

/** Characters from which a title is set smaller, and smaller still, so that every sheet holds it. */
const LONG = 40;
const LONGEST = 110;

function sizeOf(title: string): string | undefined {
  if (title.length > LONGEST) return 'longest';
  return title.length > LONG ? 'long' : undefined;
}

type SheetProps = Pick<PosterSheetsProps, 'words' | 'conference' | 'context'> & { sheet: PosterSheet };

function Sheet({ sheet, words, conference, context }: SheetProps) {
  const { say } = context;
  const brand = context.conference?.brand;
  return (
    <section class="sheet">
      <header>
        {brand?.logo && <Logo {...brand} theme="light" />}
        <span>{conference.title}</span>
      </header>
      <div class="words-of-sheet">
        <h2 dir="auto" class={sizeOf(sheet.title)}>
          {sheet.title}
        </h2>
        {sheet.under && <p dir="auto">{sheet.under}</p>}
        {sheet.startsAt && (
          <p class="help">
            <DateTime at={sheet.startsAt} />
            {sheet.room && <span dir="auto"> · {sheet.room}</span>}
          </p>
        )}
        {words.map(({ locale, call, how }) => (
          <div key={locale} lang={locale} class="call">
            <b>{call}</b>
            <span>{how}</span>
          </div>
        ))}
      </div>
      <figure>
        <img src={sheet.code} alt={say('pages.posters.codeOf', { title: sheet.title })} />
        <figcaption>{sheet.address}</figcaption>
      </figure>
    </section>
  );
}
