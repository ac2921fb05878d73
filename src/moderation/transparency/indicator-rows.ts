import { empty, type ReportCell } from './report-file.ts';
import type { ReportFacts } from './report-facts.ts';

/** To whom a row applies, as annex I of Implementing Regulation (EU) 2024/2835 words it. */
export const HOSTS = 'Only for providers of hosting services, including online platforms';
export const PLATFORMS = 'Only for providers of online platforms';
export const LARGE = 'Only for VLOPs';

export const INDICATORS = [
  'Applicability',
  'Service',
  'Reporting period',
  'Section',
  'Indicator',
  'Scope',
  'Value',
  'Contextual Information',
];

/** A row of indicators: to whom it applies, what it is, and its value. */
export interface IndicatorRow {
  readonly applies: string;
  readonly indicator: string;
  readonly scope: string;
  readonly value: ReportCell;
  readonly context?: string;
}

export const rowsIn = (
  { service, period }: ReportFacts,
  section: string,
  rows: readonly IndicatorRow[],
): ReportCell[][] =>
  rows.map(({ applies, indicator, scope, value, context }) => [
    applies,
    service,
    period,
    section,
    indicator,
    scope,
    value,
    context ?? empty('context'),
  ]);
