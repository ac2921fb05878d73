import type { ComplaintSubject, CountedComplaints } from '../transparency-numbers.queries.ts';
import { INDICATORS, PLATFORMS, rowsIn, type IndicatorRow } from './indicator-rows.ts';
import { empty, type EmptyReason, type ReportCell, type ReportFile } from './report-file.ts';
import type { ReportFacts } from './report-facts.ts';
import { sumOf } from './restrictions.ts';

/** Subjects of complaints, as the template words it; the forum pays nobody, and knows no trusted flagger. */
const COMPLAINTS: readonly (readonly [string, ComplaintSubject | EmptyReason])[] = [
  ['Complaint regarding a decision to remove or disable access to or restrict visibility of information', 'visibility'],
  ['Complaint regarding a decision to suspend or terminate the provision of the service', 'service'],
  ['Complaint regarding a decision to suspend or terminate an account', 'account'],
  ['Complaint regarding a decision to restrict the ability to monetise information', 'never'],
  ['Complaint regarding a decision not to take action on a notice submitted in accordance with Article 16', 'inaction'],
  [
    'Complaint regarding a decision not to take action on a notice submitted by a Trusted Flagger in accordance with ' +
      'Article 16',
    'flaggers',
  ],
];

const OUTCOMES = [
  'Total number',
  'Decisions upheld',
  'Decisions partially reversed',
  'Decisions reversed',
  'Median time',
];

const NO_COMPLAINTS = { total: 0, upheld: 0, reversed: 0, omitted: 0, medianHours: null };

type ComplaintNumbers = Omit<CountedComplaints, 'about'>;

/** In the order of `OUTCOMES`: an appeal here is upheld or reversed as a whole. */
const outcomesOf = ({ total, upheld, reversed, medianHours }: ComplaintNumbers): ReportCell[] => [
  total,
  upheld,
  empty('never'),
  reversed,
  medianHours === null ? empty('median') : Math.round(medianHours * 100) / 100,
];

const NUMBER_OF_COMPLAINTS = 'Number of complaints submitted to the internal-complaints mechanism';

/** `7_appeals_and_recidivism`: appeals with their outcomes, disputes before others, and misuse. */
export function appealsFile(facts: ReportFacts): ReportFile {
  return {
    name: '7_appeals_and_recidivism',
    header: INDICATORS,
    rows: [
      ...rowsIn(facts, 'Internal complaints mechanism', complaintRows(facts)),
      ...rowsIn(facts, 'Out-of-court dispute settlement bodies', DISPUTE_ROWS),
      ...rowsIn(facts, 'Suspensions imposed on repeated offenders', misuseRows(facts)),
    ],
  };
}

function complaintRows({ numbers, say }: ReportFacts): IndicatorRow[] {
  const about = (subject: ComplaintSubject | null): ComplaintNumbers =>
    numbers.complaints.find((each) => each.about === subject) ?? NO_COMPLAINTS;
  const all = about(null);
  const waiting = all.total - all.upheld - all.reversed - all.omitted;
  const totals = [...OUTCOMES, 'Decision omitted'].map((scope, i): IndicatorRow => ({
    applies: i === 0 ? 'All' : PLATFORMS,
    indicator: NUMBER_OF_COMPLAINTS,
    scope,
    value: [...outcomesOf(all), all.omitted][i]!,
    ...(i === 0 && waiting > 0
      ? { context: say('pages.transparency.context.complaintsWait', { count: waiting }) }
      : {}),
  }));
  const restricted: IndicatorRow = {
    applies: PLATFORMS,
    indicator: 'Number of restrictions newly imposed as a result of an internal complaint',
    scope: 'Total number',
    value: numbers.restrictedAfterComplaint,
  };
  const bySubject = COMPLAINTS.flatMap(([indicator, subject]) =>
    OUTCOMES.map((scope, i): IndicatorRow => ({
      applies: PLATFORMS,
      indicator,
      scope,
      value: subject === 'never' || subject === 'flaggers' ? empty(subject) : outcomesOf(about(subject as never))[i]!,
    })),
  );
  return [...totals, restricted, ...bySubject];
}

const DISPUTE_ROWS: readonly IndicatorRow[] = [
  ...OUTCOMES,
  'Decision omitted',
  'Percentage of outcomes implemented',
].map((scope) => ({
  applies: PLATFORMS,
  indicator: 'Number of disputes submitted to out-of-court dispute settlement bodies',
  scope,
  value: empty('dispute'),
}));

function misuseRows({ numbers, say }: ReportFacts): IndicatorRow[] {
  const suspended = sumOf(
    numbers.measures.filter(({ kind, rule }) => (kind === 'mute' || kind === 'suspend') && rule === 'illegal'),
  );
  const row = (what: string, value: ReportCell): IndicatorRow => ({
    applies: PLATFORMS,
    indicator: `Number of suspensions enacted for the provision of manifestly ${what}`,
    scope: 'Total number',
    value,
    ...(typeof value === 'number' && value > 0 ? { context: say('pages.transparency.context.suspended') } : {}),
  });
  return [
    row('illegal content', suspended),
    row('unfounded notices', empty('misuse')),
    row('unfounded complaints', empty('misuse')),
  ];
}
