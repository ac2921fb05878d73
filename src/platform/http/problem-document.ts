import type { Locale, Words } from '../../../locales/words.ts';
import { sayInput, sayPlace, words } from '../../../locales/catalogues.ts';
import { dayAndTimeInWords } from '../../../locales/written-date.ts';
import type { InputError, Problem } from '../../kernel/problem.ts';

/** A problem document (RFC 9457, application/problem+json). */
export interface ProblemDocument {
  /** The kind of problem: the path of a page that says more, or `about:blank` for a fault of ours. */
  type: string;
  /** The kind of problem in words; the same for every occurrence. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** The cause and the cure, for people; absent for a fault of ours. */
  detail?: string;
  /** Names this occurrence; the log has it too. */
  instance: string;
  /** The fault of each field of the request; absent for other problems. */
  errors?: readonly InputError[];
  [fact: string]: unknown;
}

/** The document of a declared problem in a language; `requestId` identifies the occurrence. */
export function problemDocument(problem: Problem, locale: Locale, requestId: string): ProblemDocument {
  const say = words(locale);
  const { slug, status } = problem.kind;
  const { errors } = problem.extra;
  return {
    ...problem.facts,
    type: `/problems/${slug}`,
    title: say(`problems.${slug}.title`),
    status,
    detail: say(detailKey(problem, say), saidFacts(problem, locale)),
    instance: `urn:uuid:${requestId}`,
    ...(errors
      ? { errors: errors.map(({ pointer, detail: sentence }) => ({ pointer, detail: sayInput(locale, sentence) })) }
      : {}),
  };
}

/** A time as facts have it (RFC 3339). */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Facts that its text names: times in words, and a place in a file with its fault in the language. */
function saidFacts({ facts }: Problem, locale: Locale): Record<string, string | number> {
  const said = Object.entries(facts).flatMap(([name, fact]): [string, string | number][] => {
    if (typeof fact === 'number') return [[name, fact]];
    if (typeof fact !== 'string') return [];
    if (INSTANT.test(fact)) return [[name, dayAndTimeInWords(new Date(fact), 'UTC', locale)]];
    if (name === 'place') return [[name, sayPlace(locale, fact)]];
    return [[name, name === 'sentence' ? sayInput(locale, fact) : fact]];
  });
  return Object.fromEntries(said);
}

/** A state is told in a sentence of its own where the catalogue has one: its name is a word of the API. */
function detailKey({ kind: { slug }, facts: { state, status }, extra: { about } }: Problem, say: Words): string {
  const key = `problems.${slug}.details.${String(about ?? state ?? status)}`;
  return say(key) === key ? `problems.${slug}.detail` : key;
}

/** The document of any undeclared error, which is a bug; the log has its stack. */
export const bugDocument = (requestId: string): ProblemDocument => ({
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  instance: `urn:uuid:${requestId}`,
});
