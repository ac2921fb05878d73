import type { Locale, Words } from '../../locales/words.ts';
import type { ConferenceShape } from '../components/shapes.ts';

/** `index.html`: a link for each language. */
export function ArchiveLanguagePage({
  conference,
  words,
}: {
  conference: ConferenceShape;
  words: Record<Locale, Words>;
}) {
  return (
    <html lang={conference.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{conference.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="assets/style.css" />
      </head>
      <body data-page="archive">
        <main id="main">
          <h1>{conference.title}</h1>
          <ul class="cards">
            {(['fr', 'en'] as const).map((locale) => (
              <li key={locale} lang={locale}>
                <a href={`${locale}/index.html`} hreflang={locale}>
                  {words[locale]('pages.archive.enter')}
                </a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}
