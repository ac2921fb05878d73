import { Injectable } from '@nestjs/common';
import { FigureCards, daysOfFigures, type ReadFigure } from '../figures/figure-cards.ts';
import type { Locale } from '../../locales/words.ts';
import type { ConferenceView } from '../transcript/conference.view.ts';
import type { Surroundings } from './archive-contents.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { ARCHIVE_LOCALES, DATA, type ArchivedFigure } from './archive-format.ts';
import { ArchiveRenderer } from './archive-renderer.ts';

/** Writes the figures of a conference as they are when it is archived: their numbers, and a page in each language. */
@Injectable()
export class FigureFiles {
  constructor(
    private readonly figureCards: FigureCards,
    private readonly archiveRenderer: ArchiveRenderer,
  ) {}

  async write(folder: ArchiveFolder, around: Surroundings): Promise<void> {
    const { conference } = around;
    for (const locale of ARCHIVE_LOCALES) {
      const figures = await this.figureCards.of(conference.slug, {}, locale, { isPatient: true });
      const context = { ...around, locale, up: '../', other: 'figures.html', title: '' };
      await folder.write(`${locale}/figures.html`, this.archiveRenderer.draw.figures(context, figures));
    }
    await folder.write(DATA.figures, JSON.stringify(await this.numbersOf(conference)));
  }

  /** In the language of the conference: of the whole, and of each of its days. */
  private async numbersOf(conference: ConferenceView): Promise<ArchivedFigure[]> {
    const locale = conference.locale as Locale;
    const windows = [{}, ...daysOfFigures(conference, locale).map(({ day }) => ({ day }))];
    const numbers: ArchivedFigure[] = [];
    for (const query of windows) {
      const figures = await this.figureCards.read(conference.slug, query, locale);
      numbers.push(...figures.map((figure) => archived(figure, query)));
    }
    return numbers;
  }
}

/** Without an address, which would lead to the forum. */
const archived = (
  { numeratorText, denominatorText, ...view }: ReadFigure,
  { day }: { day?: string },
): ArchivedFigure => ({ ...view, numerator: numeratorText, outOf: denominatorText, day: day ?? null });
