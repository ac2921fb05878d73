/** Computes one line from the rounds of both sides of a measure. */

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
export const median = (numbers) => quantile(numbers, 0.5);
export const quantile = (numbers, q) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];
const range = (numbers) => [Math.min(...numbers), Math.max(...numbers)];
const of = (rounds, side, key = 'figure') => rounds.map((round) => round[side][key]);

/**
 * One line from rounds of `{value, bare, others}`, whose sides are `{figure, cpuPerRequest}` (microseconds) taken right
 * after one another. Value and bare are medians, the ratio is theirs, the spread is that of the rounds' ratios.
 */
export function compare({ name, unit, what, target, rounds, notes = [] }) {
  const [value, bare] = [median(of(rounds, 'value')), median(of(rounds, 'bare'))];
  const [cpuPerRequest, bareCpuPerRequest] = [
    median(of(rounds, 'value', 'cpuPerRequest')),
    median(of(rounds, 'bare', 'cpuPerRequest')),
  ];
  const ratio = value / bare;
  return {
    name,
    unit,
    what,
    value,
    bare,
    ratio,
    target: target.atLeast ?? target.atMost ?? target.valueAtMost,
    targetSays: says(target, unit),
    met:
      isMet(target, { value, ratio, cpuRatio: cpuPerRequest / bareCpuPerRequest }) &&
      rounds.every((round) => !round.value.missing),
    reached: reached(target, { value, ratio }),
    spread: range(rounds.map((round) => round.value.figure / round.bare.figure)),
    valueSpread: range(of(rounds, 'value')),
    bareSpread: range(of(rounds, 'bare')),
    cpuPerRequest,
    bareCpuPerRequest,
    othersCpu: median(rounds.map(({ others }) => others)),
    runs: rounds.length,
    notes,
  };
}

/** A quantity that cannot be measured here (CPU time without /proc) does not count against the server. */
const isMet = (
  { atLeast = -Infinity, atMost = Infinity, cpuAtMost = Infinity, valueAtMost = Infinity },
  { value, ratio, cpuRatio },
) => ratio >= atLeast && ratio <= atMost && value <= valueAtMost && !(cpuRatio > cpuAtMost);

/** The degree to which a measure meets its target: 1 is just met, less is missed; the worst is found by it. */
const reached = ({ atLeast, atMost = Infinity, valueAtMost = Infinity }, { value, ratio }) =>
  Math.min(atLeast === undefined ? Infinity : ratio / atLeast, atMost / ratio, valueAtMost / value);

const says = ({ atLeast, atMost, cpuAtMost, valueAtMost }, unit) =>
  [
    ...(atLeast === undefined ? [] : [`≥ ${atLeast} ×`]),
    ...(atMost === undefined ? [] : [`≤ ${atMost} ×`]),
    ...(cpuAtMost === undefined ? [] : [`CPU ≤ ${cpuAtMost} ×`]),
    ...(valueAtMost === undefined ? [] : [`≤ ${valueAtMost.toLocaleString('en')} ${unit}`]),
  ].join(', ');

export const digits = (number) => (Number.isFinite(number) ? Number(number.toPrecision(number >= 1000 ? 5 : 3)) : null);
const shown = (number) =>
  Number.isFinite(number) ? digits(number).toLocaleString('en', { maximumFractionDigits: 3 }) : 'unknown';
const between = ([least, most]) => `${shown(least)}–${shown(most)}`;

/** The agreed fields first; the others say how far to trust them. */
export const asJson = (line) =>
  JSON.stringify({
    name: line.name,
    value: digits(line.value),
    bare: digits(line.bare),
    ratio: digits(line.ratio),
    target: line.target,
    met: line.met,
    spread: line.spread.map(digits),
    cpuPerRequest: digits(line.cpuPerRequest),
    unit: line.unit,
    bareCpuPerRequest: digits(line.bareCpuPerRequest),
    othersCpu: digits(line.othersCpu),
    runs: line.runs,
    notes: line.notes,
  });

export const asText = (line) =>
  [
    `${line.name}: ${line.what}`,
    `  server  ${shown(line.value)} ${line.unit} (${between(line.valueSpread)})${cpu(line.cpuPerRequest)}`,
    `  bare    ${shown(line.bare)} ${line.unit} (${between(line.bareSpread)})${cpu(line.bareCpuPerRequest)}`,
    `  ratio   ${shown(line.ratio)} (${between(line.spread)} in ${line.runs} runs), target ${line.targetSays}: ` +
      `${line.met ? 'met' : 'NOT MET'}`,
    `  others  kept ${shown(line.othersCpu)} cores busy meanwhile`,
    ...line.notes.map((note) => `  note    ${note}`),
  ].join('\n');

const cpu = (microseconds) => (Number.isFinite(microseconds) ? `, ${shown(microseconds)} µs of its CPU each` : '');

/** All results as a table, the worst first. */
export function asTable(lines) {
  const rows = lines
    .toSorted((a, b) => a.reached - b.reached)
    .map((line) => [
      line.name,
      `${shown(line.value)} ${line.unit}`,
      shown(line.bare),
      `${shown(line.ratio)} (${between(line.spread)})`,
      line.targetSays,
      line.met ? 'met' : 'NOT MET',
    ]);
  const table = [['measure', 'server', 'bare', 'ratio', 'target', ''], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
