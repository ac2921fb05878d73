import type { Words } from '../../../locales/words.ts';
import type { TransparencyNumbers } from '../transparency-numbers.queries.ts';

/** The facts that the files of a report are made of. */
export interface ReportFacts {
  /** The name of the service: the forum's host, or the title of a conference. */
  readonly service: string;
  /** The year, as `2026-01-01/2026-12-31`. */
  readonly period: string;
  readonly starts: string;
  readonly ends: string;
  readonly numbers: TransparencyNumbers;
  /** The language of what is said in words. */
  readonly say: Words;
}

/** Restrictions that no notice preceded. */
export interface RestrictionCounts {
  readonly total: number;
  /** Of words that the server had found. */
  readonly automated: number;
  /** Of words that were hidden. */
  readonly disabled: number;
  readonly muted: number;
  readonly suspended: number;
}
