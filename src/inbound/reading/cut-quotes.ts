import EmailReplyParser from 'email-reply-parser';
import { cutSignature, isSignatureSurely } from './cut-signature.ts';

/** The reason why a reply waits for its owner to look at it. */
export type DraftCause = 'below-the-line' | 'half-cut' | 'unsure' | 'nothing-left' | 'long';

/** The words of a reply without what it quotes. With a `cause`, `text` has all words that may be the person's. */
export interface CutReply {
  readonly text: string;
  readonly cause: DraftCause | null;
  /** Whether all of it stood above our own line, so that nothing was guessed. */
  readonly isAboveLine: boolean;
}

/** The marks of our e-mails that a quotation repeats. */
export interface OwnSigns {
  /** The line above which people write, in every language. */
  readonly markers: readonly string[];
  /** Addresses, and ends of addresses and Message-IDs, in lower case. */
  readonly signs: readonly string[];
}

/** Longest text of which a quotation is guessed, in characters: the patterns that guess cost more than its length. */
const GUESS_CHARACTERS = 8_000;

/** Longest line that may be a quotation's head, in characters. */
const HEAD_CHARACTERS = 250;

/** Words of the patterns that search over several lines; more of them cost too much, and no person writes so. */
const COSTLY = /schreef|skrev|pisze|napisał|写道|original message|scritto|escribi|écrit/giu;
const COSTLY_AT_MOST = 12;

/**
 * Cuts what a reply quotes: first at our own line, then at a quotation of our Message-ID or address, then by what mail
 * programs write above quotations. A person's words are never lost: where that is not sure, they wait for their owner.
 */
export function cutQuotes(text: string, own: OwnSigns): CutReply {
  const whole = tidy(text);
  const atLine = cutAtOwnLine(whole, own);
  if (atLine) return atLine;
  const { text: known, isSure } = cutSignature(cutAtOwnSigns(whole, own));
  if (known === '') return { text: whole, cause: 'nothing-left', isAboveLine: false };
  const guessed = guess(known);
  if (guessed === null) return { text: known, cause: 'long', isAboveLine: false };
  if (guessed.text === '') return { text: known, cause: 'nothing-left', isAboveLine: false };
  return guessed.cause === null && isSure
    ? { text: guessed.text, cause: null, isAboveLine: false }
    : { text: unquoted(known), cause: guessed.cause ?? 'unsure', isAboveLine: false };
}

const tidy = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

const lineAlone = (line: string): string =>
  line
    .replace(/^[>|\s]+/, '')
    .replaceAll(/[\s\u00A0*_]+/g, ' ')
    .trim()
    .toLowerCase();

function cutAtOwnLine(text: string, { markers }: OwnSigns): CutReply | null {
  const lines = text.split('\n');
  const wanted = markers.map(lineAlone);
  const at = lines.findIndex((line) => wanted.some((marker) => lineAlone(line).includes(marker)));
  if (at < 0) return null;
  const words = withoutHead(lines.slice(0, at).join('\n'));
  const { text: above, isSure } = cutSignature(words.text);
  // Below our line everything is ours, unless it was quoted and something beside it is not.
  const below = isQuotedLine(lines[at]!) ? cutSignature(tidy(unquoted(lines.slice(at).join('\n')))).text : '';
  if (below !== '') return { text: tidy(`${above}\n\n${below}`), cause: 'below-the-line', isAboveLine: false };
  if (above === '') return { text: unquoted(text), cause: 'nothing-left', isAboveLine: false };
  return isSure && words.isSure
    ? { text: above, cause: null, isAboveLine: true }
    : { text: above, cause: 'unsure', isAboveLine: false };
}

/** Cuts at the first line with an address or a Message-ID of ours, and the head of the quotation above it. */
function cutAtOwnSigns(text: string, { signs }: OwnSigns): string {
  const lines = text.split('\n');
  const at = lines.findIndex(
    (line) => line.length <= HEAD_CHARACTERS && signs.some((sign) => line.toLowerCase().includes(sign)),
  );
  if (at < 0) return text;
  const from = beginOfHead(lines, at);
  if (from === null) return text;
  // Words between and below quotations are a person's.
  const rest = lines.slice(from);
  const kept = rest.some(isQuotedLine) ? rest.slice(rest.findIndex(isQuotedLine)).filter(isOwnWord) : [];
  return tidy([...lines.slice(0, from), '', ...kept].join('\n'));
}

const isQuotedLine = (line: string): boolean => /^\s*>/.test(line);
const isOwnWord = (line: string): boolean => !isQuotedLine(line);
const unquoted = (text: string): string => tidy(text.split('\n').filter(isOwnWord).join('\n'));

const FIELD_LINE =
  /^\s*[*_]*(from|sent|date|to|cc|subject|de|envoyé( le)?|à|objet|von|gesendet|datum|an|betreff|van|verzonden|aan|onderwerp|da|inviato|data|a|oggetto|para|asunto|fecha|assunto|enviad[ao]( el| em)?|fra|reply-to)\s*[*_]*\s?[:：]/i;

/** The first field of a head, in every program. */
const FROM_LINE = /^\s*[*_]*(from|de|von|van|da|fra)\s*[*_]*\s?[:：]/i;

/** Fewest fields of a head that surely is one. */
const HEAD_FIELDS = 3;

/** The line with which the head of a quotation begins, when line `at` belongs to one; null when it does not. */
function beginOfHead(lines: readonly string[], at: number): number | null {
  if (isQuotedLine(lines[at]!)) return at;
  if (FIELD_LINE.test(lines[at]!)) {
    let from = at;
    while (from > 0 && (FIELD_LINE.test(lines[from - 1]!) || isSeparator(lines[from - 1]!))) from -= 1;
    return from;
  }
  for (let from = at; from >= Math.max(0, at - 2); from -= 1)
    for (let to = at; to <= Math.min(lines.length - 1, at + 2); to += 1)
      if (isAttribution(lines.slice(from, to + 1).join(' '))) return from;
  return null;
}

const isSeparator = (line: string): boolean =>
  /^\s*_{8,}\s*$/.test(line) || (line.length <= 80 && /^\s*-{2,}\s?[^-]{3,60}\s?-{2,}\s*$/.test(line));

/** Whether lines are what programs write above a quotation: when it was written, or by which address, and a colon. */
const isAttribution = (lines: string): boolean =>
  mayBeAttribution(lines) && (lines.includes('@') || (YEAR.test(lines) && TIME.test(lines)));

/** Whether lines may be one: they end as one and name a year or a time. A person may write so, too. */
const mayBeAttribution = (lines: string): boolean =>
  lines.length <= HEAD_CHARACTERS + 50 &&
  (/[:：]\s*$/.test(lines) || /\b(wrote|écrit|schrieb|escribió|scritto|escreveu)\s*$/.test(lines)) &&
  (YEAR.test(lines) || TIME.test(lines));

const YEAR = /\b(19|20)\d\d\b/;
const TIME = /\d{1,2}[:h.]\d\d/;

/** The text above our line. Not sure where its end may be the head of a quotation or a person's words. */
interface WordsAbove {
  text: string;
  isSure: boolean;
}

/** Removes the head of a quotation at the end of a text, which stood above our line, where it surely is one. */
function withoutHead(text: string): WordsAbove {
  const lines = tidy(text.replaceAll(/^[>|\s]+$/gm, '')).split('\n');
  const head = fieldsAtEnd(lines) ?? attributionAtEnd(lines, isAttribution);
  const isSure =
    head !== null || !(FIELD_LINE.test(lines.at(-1)!) || attributionAtEnd(lines, mayBeAttribution) !== null);
  const kept = lines.slice(0, head ?? lines.length);
  while (kept.length > 0 && (kept.at(-1)!.trim() === '' || (head !== null && isSeparator(kept.at(-1)!)))) kept.pop();
  return { text: tidy(kept.join('\n')), isSure };
}

/** The line with which fields at the end of a text begin; null where there are too few, or none says from whom. */
function fieldsAtEnd(lines: readonly string[]): number | null {
  let fields = 0;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]!;
    if (FIELD_LINE.test(line)) fields += 1;
    else if (line.trim() !== '') return null;
    if (FROM_LINE.test(line)) return fields >= HEAD_FIELDS ? at : null;
  }
  return null;
}

/** The line with which one to three lines begin that end a text and are an attribution; null for none. */
function attributionAtEnd(lines: readonly string[], isOne: (lines: string) => boolean): number | null {
  for (let from = lines.length - 1; from >= Math.max(0, lines.length - 3) && lines[from]!.trim() !== ''; from -= 1)
    if (isOne(lines.slice(from).join(' ')) && (from === 0 || lines[from - 1]!.trim() === '')) return from;
  return null;
}

interface Guess {
  text: string;
  cause: 'half-cut' | 'unsure' | null;
}

/**
 * The part of a text that the library takes for a reply, less what it should not have taken away. Null when it cannot
 * be asked.
 */
function guess(text: string): Guess | null {
  if (text.length > GUESS_CHARACTERS || [...text.matchAll(COSTLY)].length > COSTLY_AT_MOST) return null;
  // Long lines are paragraphs; they stand aside while patterns look for heads of quotations.
  const aside: string[] = [];
  const short = text
    .split('\n')
    .map((line) =>
      line.length > HEAD_CHARACTERS
        ? `${isQuotedLine(line) ? '>' : ''}\u2063${aside.push(line.replace(/^\s*>/, '')) - 1}\u2063`
        : line,
    )
    .join('\n');
  const full = (piece: string): string => piece.replaceAll(/\u2063(\d+)\u2063/g, (_, i: string) => aside[Number(i)]!);
  const kept: string[] = [];
  let [own, cut, isUnsure] = [0, 0, false];
  for (const fragment of new EmailReplyParser().read(short).getFragments()) {
    const piece = full(String(fragment));
    const isSure = fragment.isSignature() ? isSignatureSurely(piece) : isQuoteSurely(piece);
    if (fragment.isHidden() && isSure) cut += weightOf(piece);
    else {
      isUnsure ||= fragment.isHidden() && (fragment.isSignature() || namesAddress(piece));
      own += piece.length;
      kept.push(piece);
    }
  }
  return { text: tidy(kept.join('\n')), cause: cut > own ? 'half-cut' : unsureIf(isUnsure) };
}

const unsureIf = (isUnsure: boolean): 'unsure' | null => (isUnsure ? 'unsure' : null);

/** The loss if a piece were a person's: neither lines that are marked as quoted nor the head above them. */
function weightOf(piece: string): number {
  const lines = piece.trim().split('\n');
  const heads = [3, 2, 1].find((count) => isAttribution(lines.slice(0, count).join(' '))) ?? 0;
  const rest = lines.slice(heads).filter((line) => !FIELD_LINE.test(line) && !isSeparator(line));
  return unquoted(rest.join('\n')).length;
}

/** Whether a piece begins as a quotation does; a paragraph that only ends with "écrit" does not. */
function isQuoteSurely(piece: string): boolean {
  const lines = piece.trim().split('\n');
  const first = lines[0] ?? '';
  return (
    lines.every((line) => line.trim() === '' || isQuotedLine(line)) ||
    (FIELD_LINE.test(first) && namesAddress(piece)) ||
    isSeparator(first) ||
    [1, 2, 3].some((count) => isAttribution(lines.slice(0, count).join(' ')))
  );
}

/** Whether the first lines of a piece hold an address, as heads of quotations do. */
const namesAddress = (piece: string): boolean => piece.trim().split('\n').slice(0, 3).join(' ').includes('@');
