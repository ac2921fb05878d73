import { describe, expect, it } from '@jest/globals';
import { drawChart, type Chart } from './chart.ts';

const PARTS = [
  { name: 'first', label: { en: 'first & best', fr: 'premiers' } },
  { name: 'second', label: { en: 'second', fr: 'deuxièmes' } },
  { name: 'third', label: { en: 'third', fr: 'troisièmes' } },
] as const;

const chartOf = (
  chart: Chart['figure']['chart'],
  values: readonly (number | null)[],
  more: Partial<Chart> = {},
): Chart => ({
  figure: { name: 'example', parts: [...PARTS] as unknown as Chart['figure']['parts'], chart },
  numbers: {
    total: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    parts: PARTS.map(({ name }, i) => ({ name, value: values[i] ?? null })),
    measures: {},
  },
  locale: 'en',
  title: 'How many <are> there?',
  description: 'Three kinds of them.',
  ...more,
});

/** The bars of a chart: where each begins, and its width. */
const barsOf = (svg: string): { x: number; width: number }[] =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="20" fill="url/g)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width),
  }));

describe('a chart', () => {
  it('begins its bars at zero, with lengths in the proportion of their numbers', () => {
    const bars = barsOf(drawChart(chartOf('bars', [40, 20, 10])));
    expect(new Set(bars.map(({ x }) => x)).size).toBe(1);
    expect(bars.map(({ width }) => width / bars[0]!.width)).toEqual([1, 0.5, 0.25]);
  });

  it('lays the parts of a whole end to end, and fills the whole with all of them', () => {
    const bars = barsOf(drawChart(chartOf('stack', [5, 3, 2])));
    expect(bars.map(({ x, width }) => [x, width])).toEqual([
      [0, 160],
      [160, 96],
      [256, 64],
    ]);
  });

  it('has no bar for what is not shown, and says so in words', () => {
    for (const kind of ['bars', 'stack'] as const) {
      const svg = drawChart(chartOf(kind, [8, null, 8]));
      expect(barsOf(svg)).toHaveLength(2);
      expect(svg).toContain('fewer than five');
      expect(drawChart(chartOf(kind, [8, null, 8], { locale: 'fr' }))).toContain('moins de cinq');
    }
  });

  it('has no bar for zero, which is a number', () => {
    const svg = drawChart(chartOf('bars', [0, 0, 0]));
    expect(barsOf(svg)).toEqual([]);
    expect(svg.match(/>0</g)).toHaveLength(3);
  });

  it('goes down by steps: across until a time, then down to its share', () => {
    const steps = [
      { minutes: 10, share: 0.5 },
      { minutes: 20, share: 0 },
    ];
    const svg = drawChart(chartOf('steps', [1, 1, 0], { steps }));
    // The plot reaches from 44 to 316 and from 8 (all) down to 162 (none).
    expect(svg).toContain('d="M44 8H180V85H316V162"');
    for (const text of ['100%', '50%', '0%', '20 min']) expect(svg).toContain(`>${text}<`);
  });

  it('is told without colours: by a pattern for each part, in the colour of the text around it', () => {
    const svg = drawChart(chartOf('bars', [3, 2, 1]));
    expect(svg.match(/<pattern id="chart-example-\d"/g)).toHaveLength(3);
    expect(svg.replace(/currentColor|none|url\(#[\w-]+\)/g, '')).not.toMatch(/(?:fill|stroke)="[^"]+"/);
  });

  it('has a title and a description for who does not see it, with nothing of them read as a tag', () => {
    const svg = drawChart(chartOf('bars', [1, 2, 3]));
    expect(svg).toMatch(/role="img" aria-labelledby="chart-example-title chart-example-desc"/);
    expect(svg).toContain('>How many &lt;are&gt; there?</title>');
    expect(svg).toContain('first &amp; best');
    expect(svg).not.toMatch(/<script|href=|on\w+=/);
  });

  it('is the same bytes for the same numbers, and others for others', () => {
    const draw = (first: number): string => drawChart(chartOf('stack', [first, 2, 3]));
    expect(draw(1)).toBe(draw(1));
    expect(draw(1)).not.toBe(draw(2));
  });

  it('leaves its page on white, with its question above and its source below', () => {
    const svg = drawChart(chartOf('bars', [1, 2, 3], { source: 'A conference. As of 30 November 2026.' }));
    expect(svg).toContain('fill="#fff"');
    expect(svg).toContain('A conference. As of 30 November 2026.');
  });
});
