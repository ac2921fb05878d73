import type { Locale } from '../../locales/words.ts';
import { written, type Bilingual, type Figure, type FigureNumbers } from './figure.ts';
import type { StillWaiting } from './still-waiting.ts';

/** The contents of a chart. */
export interface Chart {
  readonly figure: Pick<Figure, 'name' | 'parts' | 'chart'>;
  readonly numbers: FigureNumbers;
  readonly locale: Locale;
  readonly title: string;
  /** The numbers in words, for who does not see the chart. */
  readonly description: string;
  /** For a chart of steps: the share without an answer after so many minutes. */
  readonly steps?: readonly StillWaiting[];
  /** Written below a chart that leaves its page: where it is from, and as of when. */
  readonly source?: string;
}

/** In pixels, as all sizes here. As wide as a phone, so that nothing in it is too small to read there. */
const WIDTH = 320;
/** Longest bar; the rest is for its number. */
const BARS = 250;
/** Height of a part with its label above its bar, and of the line that explains the colours. */
const ROW = 46;
const KEY = 24;
const PLOT_HEIGHT = 190;
/** Around a chart that leaves its page. */
const MARGIN = 12;
/** Characters of a line of the title and of the source of a chart that leaves its page. */
const TITLE_LINE = 38;
const SOURCE_LINE = 50;

const HIDDEN: Bilingual = { en: 'fewer than five', fr: 'moins de cinq' };

/** Patterns that tell each part from the others without its colour. */
const PATTERNS: readonly string[] = [
  '<rect width="8" height="8" fill="currentColor"/>',
  '<rect width="8" height="8" fill="currentColor" fill-opacity=".2"/><path d="M0 8 8 0" ' +
    'stroke="currentColor" stroke-width="2"/>',
  '<rect width="8" height="8" fill="currentColor" fill-opacity=".55"/>',
  '<rect width="8" height="8" fill="currentColor" fill-opacity=".1"/><circle cx="4" cy="4" r="1.6" ' +
    'fill="currentColor"/>',
  '<rect width="8" height="8" fill="currentColor" fill-opacity=".15"/><path d="M0 4h8" ' +
    'stroke="currentColor" stroke-width="1.5"/>',
];

/**
 * Draws a figure as SVG: bars that begin at zero, one bar in parts, or a line with steps; never a pie. Told apart by
 * patterns, readable in print and in forced colours, with a title and a description. The same bytes for the same data.
 */
export function drawChart(chart: Chart): string {
  const { figure, title, description, source } = chart;
  const { body, height } = DRAWN[figure.chart](chart);
  const id = `chart-${figure.name}`;
  const patterns = figure.parts
    .map(
      (_, i) =>
        `<pattern id="${id}-${i}" width="8" height="8" ` +
        `patternUnits="userSpaceOnUse">${PATTERNS[i % PATTERNS.length]}</pattern>`,
    )
    .join('');
  const page =
    source === undefined ? { body, viewBox: `0 0 ${WIDTH} ${height}` } : onPage({ body, height }, title, source);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="${page.viewBox}" role="img"` +
    ` aria-labelledby="${id}-title ${id}-desc" font-family="system-ui, sans-serif" font-size="13" fill="currentColor"` +
    `${source === undefined ? '' : ' color="#1c2024"'}><title id="${id}-title">${xml(title)}</title>` +
    `<desc id="${id}-desc">${xml(description)}</desc><defs>${patterns}</defs>${page.body}</svg>`
  );
}

/** A chart that leaves its page: on white, with its question above and its source below. */
function onPage(drawn: Drawn, title: string, source: string): { body: string; viewBox: string } {
  const [above, below] = [linesOf(title, TITLE_LINE), linesOf(source, SOURCE_LINE)];
  const top = 8 + above.length * 19;
  const bottom = top + drawn.height + 8;
  const [width, height] = [WIDTH + 2 * MARGIN, bottom + below.length * 14 + 2 * MARGIN];
  const titles = above.map((line, i) => `<text x="0" y="${15 + i * 19}" font-weight="600">${xml(line)}</text>`);
  // An address is one word, and stays one: where it is too long for its line it is set narrower.
  const narrow = ({ length }: string): string =>
    length > SOURCE_LINE ? ` textLength="${WIDTH}" lengthAdjust="spacingAndGlyphs"` : '';
  const sources = below.map(
    (line, i) => `<text x="0" y="${bottom + 10 + i * 14}" font-size="10"${narrow(line)}>${xml(line)}</text>`,
  );
  return {
    body:
      `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="#fff"/>${titles.join('')}` +
      `<g transform="translate(0 ${top})">${drawn.body}</g>${sources.join('')}`,
    viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`,
  };
}

/** A text in lines of at most so many characters; a longer word has a line of its own. */
function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Drawn {
  readonly body: string;
  readonly height: number;
}

const DRAWN: Readonly<Record<Figure['chart'], (chart: Chart) => Drawn>> = {
  bars: drawBars,
  stack: drawStack,
  steps: drawSteps,
};

function drawBars({ figure, numbers, locale }: Chart): Drawn {
  const most = Math.max(1, ...numbers.parts.map(({ value }) => value ?? 0));
  const rows = figure.parts.map(({ label }, i) => {
    const value = numbers.parts[i]?.value ?? null;
    const y = i * ROW;
    const width = ((value ?? 0) / most) * BARS;
    return (
      `<text x="0" y="${y + 13}">${xml(label[locale])}</text>` +
      (value === null ? '' : bar(`chart-${figure.name}-${i}`, { x: 0.5, y: y + 19, width })) +
      `<text x="${at(width + 8)}" y="${y + 34}">${value === null ? HIDDEN[locale] : written(value, locale)}</text>` +
      `<path d="M.5 ${y + 17}v24" stroke="currentColor"/>`
    );
  });
  return { body: rows.join(''), height: figure.parts.length * ROW };
}

/** A bar with an outline, so that a faint pattern has an end. */
const bar = (pattern: string, { x, y, width }: { x: number; y: number; width: number }): string =>
  width <= 0
    ? ''
    : `<rect x="${at(x)}" y="${y}" width="${at(width)}" height="20" fill="url(#${pattern})" stroke="currentColor"/>`;

/** One bar whose parts are the whole; what is not shown has no length of its own, and the rest of the bar is open. */
function drawStack({ figure, numbers, locale }: Chart): Drawn {
  const shown = numbers.parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const whole = Math.max(1, numbers.total ?? shown);
  let x = 0;
  const bars = numbers.parts.map(({ value }, i) => {
    const width = ((value ?? 0) / whole) * WIDTH;
    const drawn = bar(`chart-${figure.name}-${i}`, { x, y: 2, width });
    x += width;
    return drawn;
  });
  const keys = figure.parts.map(({ label }, i) => {
    const value = numbers.parts[i]?.value ?? null;
    const top = 34 + i * KEY;
    const colon = locale === 'fr' ? '\u00A0:' : ':';
    const count = value === null ? HIDDEN[locale] : written(value, locale);
    return (
      `<rect x="1" y="${top}" width="16" height="16" fill="url(#chart-${figure.name}-${i})"` +
      ` stroke="currentColor"/><text x="26" y="${top + 13}">${xml(label[locale])}${colon} ${count}</text>`
    );
  });
  const outline =
    `<rect x=".5" y="2" width="${WIDTH - 1}" height="20" fill="none" stroke="currentColor" ` + 'stroke-opacity=".5"/>';
  return { body: outline + bars.join('') + keys.join(''), height: 34 + figure.parts.length * KEY };
}

/** The share of questions that still wait after a time, from all of them down; a step for each that was answered. */
function drawSteps({ steps = [], locale }: Chart): Drawn {
  const [left, right, top, bottom] = [44, WIDTH - 4, 8, PLOT_HEIGHT - 28];
  const last = Math.max(1, steps.at(-1)?.minutes ?? 1);
  const place = (minutes: number, share: number): [string, string] => [
    at(left + (minutes / last) * (right - left)),
    at(bottom - share * (bottom - top)),
  ];
  // Steps closer to each other than a pixel are one, so that a chart of many questions weighs no more.
  const drawn = new Map(steps.map((step) => [Math.round(Number(place(step.minutes, 0)[0])), step.share]));
  let path = `M${place(0, 1).join(' ')}`;
  for (const [x, share] of drawn) path += `H${x}V${place(0, share)[1]}`;
  const marks = [0, 0.5, 1].map(
    (share) =>
      `<text x="${left - 6}" y="${at(Number(place(0, share)[1]) + 5)}" text-anchor="end" font-size="12">${xml(
        share.toLocaleString(locale, { style: 'percent' }),
      )}</text><path d="M${left} ${place(0, share)[1]}H${right}" stroke="currentColor" stroke-opacity=".25"/>`,
  );
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const ends = [0, last].map(
    (end, i) =>
      `<text x="${place(end, 0)[0]}" y="${PLOT_HEIGHT - 8}" font-size="12"` +
      ` text-anchor="${i === 0 ? 'start' : 'end'}">${xml(minutes.format(end))}</text>`,
  );
  return {
    body: `${marks.join('')}${ends.join('')}<path d="${path}" fill="none" stroke="currentColor" stroke-width="2.5"/>`,
    height: PLOT_HEIGHT,
  };
}

/** A coordinate to a hundredth, without an exponent. */
const at = (value: number): string => String(Math.round(value * 100) / 100);

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
