import type { ComponentChildren } from 'preact';
import type { Locale, Words } from '../../locales/words.ts';
import { LocaleContext } from '../components/locale-context.ts';
import type { ConferenceShape } from '../components/shapes.ts';
import { Logo } from './brand-images.tsx';
import { IconSprite } from './icon-sprite.tsx';
import type { PageBrand } from './page-brand.ts';

/** The surroundings of every page of an archive. `up` leads from the page to the folder of the archive. */
export interface ArchiveContext {
  locale: Locale;
  say: Words;
  timeZone: string;
  up: string;
  title: string;
  conference: ConferenceShape;
  brand: PageBrand | null;
  hasRecap: boolean;
  /** Address of this page in the other language. */
  other: string;
  base: string;
  script?: boolean;
}

/** A page of an archive: no address outside its folder, no script but the search. */
export function ArchiveLayout({ context, children }: { context: ArchiveContext; children: ComponentChildren }) {
  const { locale, say, timeZone, up, title, conference, brand, base } = context;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === conference.title ? title : `${title} · ${conference.title}`}</title>
        <link rel="icon" href={brand?.icon ?? 'data:,'} />
        {conference.settings.robots === 'noindex' && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={`${up}assets/style.css`} />
        {brand && <link rel="stylesheet" href={brand.style} />}
        {context.script && <script defer src={`${up}assets/search.js`} />}
      </head>
      <body data-page="archive">
        <IconSprite />
        <LocaleContext.Provider value={{ locale, say, timeZone }}>
          <a class="skip" href="#main">
            {say('pages.skip')}
          </a>
          <ArchiveHeader context={context} />
          <main id="main">{children}</main>
          <footer>
            <p>{say('pages.archive.about', { base })}</p>
          </footer>
        </LocaleContext.Provider>
      </body>
    </html>
  );
}

function ArchiveHeader({ context }: { context: ArchiveContext }) {
  const { locale, say, up, conference, brand, other } = context;
  const home = `${up}${locale}/`;
  const otherLocale = locale === 'fr' ? 'en' : 'fr';
  return (
    <header class="site">
      <nav aria-label={say('pages.nav')}>
        <a class="home" href={`${home}index.html`} lang={conference.locale}>
          {brand && <Logo {...brand} />}
          <span>{conference.title}</span>
        </a>
        {context.hasRecap && <a href={`${home}recap.html`}>{say('pages.recap.link')}</a>}
        <a href={`${home}ledger.html`}>{say('pages.ledger.link')}</a>
        <a href={`${home}figures.html`}>{say('pages.figures.link')}</a>
        <a href={`${home}search.html`}>{say('pages.search.go')}</a>
      </nav>
      <nav aria-label={say('pages.settings')}>
        <a href={`${up}${otherLocale}/${other}`} lang={otherLocale} hreflang={otherLocale}>
          {say(`pages.language.${otherLocale}`)}
        </a>
      </nav>
    </header>
  );
}
