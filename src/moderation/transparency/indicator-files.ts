import { HOSTS, INDICATORS, LARGE, PLATFORMS, rowsIn, type IndicatorRow } from './indicator-rows.ts';
import { empty, type ReportCell, type ReportFile } from './report-file.ts';
import type { ReportFacts } from './report-facts.ts';
import { sumOf } from './restrictions.ts';

/** `1_report_identification`: who reports, and about when. */
export function identificationFile({ service, starts, ends }: ReportFacts): ReportFile {
  const rows: [string, ReportCell][] = [
    ['Name of the service provider', empty('provider')],
    ['Date of the publication of the report', empty('published')],
    ['Date of the publication of the latest previous report', empty('published')],
    ['Starting date of reporting period', starts],
    ['Ending date of reporting period', ends],
  ];
  return {
    name: '1_report_identification',
    header: ['Applicability', 'Service', 'Indicator', 'Value'],
    rows: rows.map(([indicator, value]) => ['All', service, indicator, value]),
  };
}

const SOLELY = 'Number of measures solely taken by automated means';
const NOT_AUTOMATED = 'Number of measures not taken by automated means';
const ACCURACY = ['Accuracy', 'Precision', 'Recall'].map((of) => `Accuracy of the automated means - ${of}`);

/** `8_automated_means`: what the server did by itself, which is to hold words until a person has read them. */
export function automatedFile(facts: ReportFacts): ReportFile {
  const { numbers, say } = facts;
  const { heldByScreening: screening, heldByReports: reports, measures } = numbers;
  const screened = screening.total - screening.hidden;
  const reported = reports.total - reports.hidden;
  const notices = sumOf(numbers.notices);
  const rows = (applies: string, scope: string, of: readonly [string, ReportCell][]): IndicatorRow[] => [
    ...of.map(([indicator, value]): IndicatorRow => ({
      applies,
      indicator,
      scope,
      value,
      ...(indicator === SOLELY && typeof value === 'number' && value > 0
        ? { context: say('pages.transparency.context.automated', { released: screening.released + reports.released }) }
        : {}),
    })),
    ...ACCURACY.map((indicator) => ({ applies, indicator, scope, value: empty('accuracy') })),
  ];
  const large = (indicator: string, scope: string): IndicatorRow => ({
    applies: LARGE,
    indicator,
    scope,
    value: empty('large'),
  });
  const languages = ['bg', '[...]', 'sv'];
  return {
    name: '8_automated_means',
    header: INDICATORS,
    rows: rowsIn(facts, 'Use of automated means for content moderation', [
      ...rows('All', 'Total number', [
        [SOLELY, screened + reported],
        [NOT_AUTOMATED, sumOf(measures)],
      ]),
      ...rows('All', 'Own-initiative', [
        [SOLELY, screened],
        [NOT_AUTOMATED, sumOf(measures.filter(({ isAfterNotice }) => !isAfterNotice))],
      ]),
      ...rows(HOSTS, 'NAM Total', [
        ['Number of notices solely processed by automated means', 0],
        ['Number of notices not processed by automated means', notices],
      ]),
      ...rows(PLATFORMS, 'NAM Trusted Flagger', [
        ['Number of notices solely processed by automated means', empty('flaggers')],
        ['Number of notices not processed by automated means', empty('flaggers')],
      ]),
      ...[SOLELY, NOT_AUTOMATED].flatMap((indicator) => languages.map((each) => large(indicator, each))),
      // The template has each of them for another language, three times.
      ...languages.flatMap(() => ACCURACY.map((indicator, i) => large(indicator, languages[i]!))),
    ]),
  };
}

/** `9_human_resources`: of very large platforms alone. */
export function peopleFile(facts: ReportFacts): ReportFile {
  const rows = [
    ['Number of internal moderators employed by the provider', 'Total number'],
    ['Number of external moderators contracted by the provider', 'Total number'],
    ['Number of total moderators with sufficient linguistic expertise', 'Total number'],
    ...['bg', '[...]', 'sv'].map((language) => [
      'Number of total moderators with sufficient linguistic expertise',
      language,
    ]),
  ] as [string, string][];
  return {
    name: '9_human_resources',
    header: [...INDICATORS.slice(0, -1), 'Contextual information'],
    rows: rowsIn(
      facts,
      'Human resources dedicated to content moderation',
      rows.map(([indicator, scope]) => ({ applies: LARGE, indicator, scope, value: empty('large') })),
    ),
  };
}

/** `10_AMAR`: average monthly active recipients, of very large platforms and search engines alone. */
export const recipientsFile = ({ service, period }: ReportFacts): ReportFile => ({
  name: '10_AMAR',
  header: INDICATORS.slice(0, -1),
  rows: ['TOTAL', 'AT', '[...]', 'SE'].map((scope) => [
    'Only for VLOPs and VLOSEs',
    service,
    period,
    'AMAR',
    'Number of average monthly active recipients during the reporting period',
    scope,
    empty('large'),
  ]),
});

/** `11_qualitative`: how the forum moderates, in words; the rest is the provider's to say. */
export function qualitativeFile({ service, period, say }: ReportFacts): ReportFile {
  const rows: [string, ReportCell][] = [
    [
      'Summary of the content moderation engaged in at the providers’ own initiative',
      say('pages.transparency.qualitative.summary'),
    ],
    [
      "Meaningful and comprehensible information regarding content moderation engaged in at the providers' own " +
        'initiative',
      say('pages.transparency.qualitative.detection'),
    ],
    ['Qualitative description of the automated means', say('pages.transparency.qualitative.automated')],
    [
      'Qualitative description of indicators of accuracy and possible rate of error of automated means',
      say('pages.transparency.qualitative.accuracy'),
    ],
    ['Specification of the precise purposes to apply automated means', say('pages.transparency.qualitative.purposes')],
    ['Safeguards applied to the use of automated means', say('pages.transparency.qualitative.safeguards')],
    ['High-level description of the content moderation governance structure', empty('yours')],
  ];
  const large = [
    'Qualifications of the human resources dedicated to content moderation',
    'Training given to human resources dedicated to content moderation',
    'Support given to human resources dedicated to content moderation',
    'Methodology used to compute the number of human resources dedicated to content moderation',
  ];
  return {
    name: '11_qualitative',
    header: ['Applicability', 'Service', 'Reporting period', 'Indicator', 'Value'],
    rows: [
      ...rows.map(([indicator, value]) => ['All', service, period, indicator, value]),
      ...large.map((indicator) => [LARGE, service, period, indicator, empty('large')]),
    ],
  };
}
