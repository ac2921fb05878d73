import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { brandColours, BACKGROUNDS, ratiosOf, USUAL_ACCENT, type ColourMode } from './brand-colours.policy.ts';
import { contrastOf, hexFrom, mixed, oklchOf, readHex } from './colour.policy.ts';

const MODES: readonly ColourMode[] = ['light', 'dark'];
const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('a colour', () => {
  it.each([
    ['#0B5D6B', '#0b5d6b'],
    ['0b5d6b', '#0b5d6b'],
    [' #abc ', '#aabbcc'],
    ['red', null],
    ['#zzz', null],
    ['#12345', null],
    ['', null],
  ])('is read from %j as %j', (text, hex) => expect(readHex(text)).toBe(hex));

  it('has the contrast that WCAG computes', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#0b5d6b', '#f7f6f2')).toBeCloseTo(6.96, 1);
  });

  it('is the same after a way through OKLCH', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const back = hexFrom(oklchOf(colour));
        for (const at of [1, 3, 5])
          expect(Math.abs(parseInt(back.slice(at, at + 2), 16) - parseInt(colour.slice(at, at + 2), 16))).toBeLessThan(
            2,
          );
      }),
    );
    expect(oklchOf('#ff0000')).toMatchObject({
      lightness: expect.closeTo(0.628, 3),
      chroma: expect.closeTo(0.2577, 3),
      hue: expect.closeTo(29.23, 1),
    });
  });

  it('is mixed with its background by shares', () => expect(mixed('#000000', '#ffffff', 0.1)).toBe('#e6e6e6'));
});

describe('the colours of a conference', () => {
  it('are readable in both modes, whatever colour is given', () => {
    fc.assert(
      fc.property(anyColour, (given) => {
        const colours = brandColours(given);
        for (const mode of MODES) {
          const { accent, hover, ink, soft, strong } = colours[mode];
          const { paper, sheet, sunk, ink3 } = BACKGROUNDS[mode];
          for (const behind of [paper, sheet, sunk, soft])
            expect([given, mode, behind, contrastOf(accent, behind) >= 4.5]).toEqual([given, mode, behind, true]);
          for (const behind of [paper, sheet]) expect(contrastOf(hover, behind)).toBeGreaterThanOrEqual(4.5);
          for (const fill of [accent, hover]) expect(contrastOf(ink, fill)).toBeGreaterThanOrEqual(4.5);
          expect(contrastOf(ink3, soft)).toBeGreaterThanOrEqual(4.5);
          for (const behind of [paper, sheet, sunk]) expect(contrastOf(strong, behind)).toBeGreaterThanOrEqual(7);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leave a colour as it is where it is readable, and keep its hue where it is not', () => {
    expect(brandColours(USUAL_ACCENT).light.accent).toBe(USUAL_ACCENT);
    const yellow = brandColours('#ffd400').light.accent;
    expect(yellow).not.toBe('#ffd400');
    expect(oklchOf(yellow).hue).toBeCloseTo(oklchOf('#ffd400').hue, -1);
    expect(brandColours('#ffd400').dark.accent).toBe('#ffd400');
  });

  it('are black and white at their ends', () => {
    expect(brandColours('#ffffff').light).toMatchObject({ ink: '#ffffff' });
    expect(brandColours('#000000').light.accent).toBe('#000000');
    expect(brandColours('#ffffff').dark.accent).toBe('#ffffff');
    expect(ratiosOf(brandColours('#000000').light, 'light').ink).toBeCloseTo(21, 1);
  });

  it('stand on the backgrounds of the stylesheet', () => {
    const css = readFileSync('web/styles/tokens.css', 'utf8');
    const [light = '', dark = ''] = [css.split('@media')[0], css.split('html.dark {')[1]?.split('}')[0]];
    for (const [mode, tokens] of [
      ['light', light],
      ['dark', dark],
    ] as const)
      for (const [name, value] of Object.entries(BACKGROUNDS[mode])) expect(tokens).toContain(`--${name}: ${value};`);
    for (const [mode, tokens] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const { accent, hover, ink, soft, strong } = brandColours(USUAL_ACCENT)[mode];
      expect(tokens).toContain(
        `--accent: ${accent}; --accent-h: ${hover}; --accent-ink: ${ink}; --accent-soft: ${soft};`,
      );
      expect(css).toContain(`--accent: ${strong}; }`);
    }
  });
});
