import { CSV_BEGINS, csvLine } from '../kernel/csv.ts';

/** A sheet that an organizer fills in: headings and two talks on a day, which an import reads as they are. */
export function exampleSheet(locale: 'fr' | 'en', day: string): string {
  const [headings, ...rows] = ROWS[locale];
  const lines = [headings, ...rows.map((row) => row.map((cell) => (cell === DAY ? day : cell)))];
  return `${CSV_BEGINS}${lines.map((line) => csvLine(line)).join('\r\n')}\r\n`;
}

/** Stands for the first day of the conference. */
const DAY = 'DAY';

const ROWS: Readonly<Record<'fr' | 'en', [string[], ...string[][]]>> = {
  fr: [
    ['Titre', 'Intervenants', 'Date', 'Début', 'Fin', 'Salle', 'Thème', 'Langue', 'Résumé'],
    ['Titre de la première intervention', 'Prénom Nom ; Autre Nom', DAY, '9h30', '10h15', 'Salle 1', '', 'fr', ''],
    ['Titre de la suivante', 'Prénom Nom', DAY, '10h30', '11h15', 'Salle 1', '', 'fr', ''],
  ],
  en: [
    ['Title', 'Speakers', 'Date', 'Start', 'End', 'Room', 'Track', 'Language', 'Abstract'],
    ['Title of the first talk', 'Given Family; Another Name', DAY, '9:30', '10:15', 'Room 1', '', 'en', ''],
    ['Title of the next one', 'Given Family', DAY, '10:30', '11:15', 'Room 1', '', 'en', ''],
  ],
};
