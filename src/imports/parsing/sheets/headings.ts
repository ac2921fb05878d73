import { ownValue } from '../../../kernel/own-value.ts';
import { COLUMN_KINDS, type ColumnKind } from './column-kinds.ts';
import { folded } from './folded.ts';
import type { SheetAnswers } from './sheet-answers.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Headings by what they mean, folded, in French, English and German. */
const HEADINGS: Readonly<Record<ColumnKind, string>> = {
  title:
    'title|titre|titel|talk|talk title|session|session title|session name|intitule|sujet|topic|thema|vortrag|' +
    'vortragstitel|presentation|intervention|titre de la conference|titre de l intervention|titre de la session',
  subtitle: 'subtitle|sous titre|untertitel',
  speakers:
    'speaker|speakers|speaker name|speaker names|speaker s|intervenant|intervenants|intervenante|intervenantes|' +
    'intervenant e s|intervenant s|orateur|orateurs|oratrice|orateur rice s|conferencier|conferenciers|presenter|' +
    'presenters|referent|referenten|referentin|referent in|referent innen|sprecher|sprecherin|vortragende|author|' +
    'authors|auteur|auteurs|name|nom de l intervenant|nom des intervenants|who|qui|wer',
  firstName: 'first name|firstname|given name|prenom|vorname',
  lastName: 'last name|lastname|surname|family name|nom|nom de famille|nachname',
  bio: 'bio|biography|biographie|speaker bio|bio speaker|kurzbiographie',
  date: 'date|day|jour|tag|datum|journee',
  start:
    'start|starts|start time|starts at|startsat|begin|begins|beginning|debut|heure|heures|heure de debut|horaire|' +
    'horaires|time|uhrzeit|beginn|anfang|zeit|von|from|de|start date|date de debut|creneau|slot|time slot|when|quand',
  end: 'end|ends|end time|ends at|endsat|fin|heure de fin|ende|bis|to|until|a|end date',
  duration: 'duration|duree|dauer|length|minutes|min|duration min|minuten',
  room: 'room|salle|raum|location|lieu|ort|venue|saal|place|amphi|amphitheatre|stage|scene|where|ou|hall',
  track: 'track|theme|thematique|category|categorie|kategorie|parcours|axe|strang',
  abstract: 'abstract|resume|description|beschreibung|zusammenfassung|summary|details|kurzbeschreibung',
  language: 'language|langue|sprache|lang',
  id: 'id|code|guid|uid|talk id|session id|identifiant|kennung',
  url: 'url|link|lien|website|page|site web|webseite',
  status: 'status|statut|etat|state|zustand',
  email:
    'email|e mail|mail|courriel|adresse mail|adresse e mail|adresse email|email address|e mail address|mel|' +
    'speaker email|email speaker|e mail adresse|emails|e mails',
  doNotRecord: 'do not record|no recording|ne pas enregistrer|pas d enregistrement|nicht aufzeichnen|keine aufnahme',
};

const KIND_OF = new Map(
  COLUMN_KINDS.flatMap((kind) => HEADINGS[kind].split('|').map((heading) => [heading, kind] as const)),
);

export interface Column {
  kind: ColumnKind;
  index: number;
  /** As it is written. */
  heading: string;
  /** Whether its times are said to be in UTC. */
  isUtc: boolean;
}

export interface Headings {
  row: number;
  columns: Column[];
  /** Columns with a heading that nothing here reads. */
  unread: { index: number; heading: string }[];
}

/** Rows among which the headings are looked for. */
const HEAD_ROWS = 20;
/** Kinds beside the title that make a row of headings. */
const TELLING: ReadonlySet<ColumnKind> = new Set(['speakers', 'lastName', 'date', 'start', 'end', 'room', 'abstract']);

/**
 * Finds the row of headings among the first rows: of those with a title and a kind that is telling, the one with most
 * known columns; null when no row has both.
 */
export function headingsIn({ rows }: Sheet, said: SheetAnswers['columns'] = {}): Headings | null {
  let best: Headings | null = null;
  for (const row of rows.slice(0, HEAD_ROWS)) {
    const found = headingsOf(row, said);
    const kinds = new Set(found.columns.map(({ kind }) => kind));
    if (!kinds.has('title') || ![...kinds].some((kind) => TELLING.has(kind))) continue;
    if (best === null || found.columns.length > best.columns.length) best = found;
  }
  return best;
}

function headingsOf({ number, cells }: SheetRow, said: SheetAnswers['columns']): Headings {
  const kinds = cells.map((cell) => saidKind(cell.trim(), said));
  const own = new Set(kinds.filter((kind) => kind !== undefined && kind !== null));
  const columns: Column[] = [];
  const unread: Headings['unread'] = [];
  cells.forEach((cell, index) => {
    const heading = cell.trim();
    if (heading === '' || heading.length > 80) return;
    const kind = kinds[index] === undefined ? kindOf(heading) : kinds[index];
    // Several columns may name speakers; of any other kind the one that was chosen counts, else the first.
    const isTaken =
      kind !== null &&
      !SEVERAL.has(kind) &&
      (columns.some((column) => column.kind === kind) || (own.has(kind) && kinds[index] === undefined));
    if (kind === null || isTaken) unread.push({ index, heading });
    else columns.push({ kind, index, heading, isUtc: /\b(?:utc|gmt)\b/i.test(heading) });
  });
  return { row: number, columns, unread };
}

const SEVERAL: ReadonlySet<ColumnKind> = new Set(['speakers', 'email', 'bio']);

/** The organizer's answer about a column's content; undefined without a word about it. */
const saidKind = (heading: string, said: SheetAnswers['columns']): ColumnKind | null | undefined =>
  heading === '' ? undefined : ownValue(said, folded(heading).slice(0, 80));

/** By the whole heading, without what stands in brackets, else by its words without a number: `Speaker 2`. */
function kindOf(heading: string): ColumnKind | null {
  const whole = folded(heading);
  const short = folded(heading.replaceAll(/[([{].*$/gs, ''));
  const bare = short.replaceAll(/\b(?:utc|gmt|\d{1,2}|local|locale)\b/g, ' ').replaceAll(/\s+/g, ' ');
  return KIND_OF.get(whole) ?? KIND_OF.get(short) ?? KIND_OF.get(bare.trim()) ?? null;
}
