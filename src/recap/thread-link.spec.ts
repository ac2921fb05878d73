import { describe, expect, it } from '@jest/globals';
import { threadLinkIn } from './thread-link.ts';

const threadOf = (line: string): string | undefined => threadLinkIn(line)?.thread;

describe('a line that is the link of a talk', () => {
  it('is a path or an address, bare, in brackets or behind its words, also as a heading that is closed', () => {
    for (const line of [
      '/c/conf/t/on-figs',
      'https://talks.example/c/conf/t/on-figs?comment=1#c-1',
      '<https://talks.example/c/conf/t/on-figs>',
      '[On figs](/c/conf/t/on-figs)',
      '## [On figs](/c/conf/t/on-figs) ##',
      '# /c/conf/t/on-figs   ###  ',
    ])
      expect({ line, thread: threadOf(line) }).toEqual({ line, thread: 'on-figs' });
    expect(threadLinkIn('### /c/conf/t/on-figs')?.level).toBe(3);
    expect(threadLinkIn('/q/K7QMX')).toMatchObject({ conference: null, thread: 'k7qmx', level: null });
  });

  it('is nothing else: words around it, a sign that belongs to it, a line of any length', () => {
    for (const line of [
      'See /c/conf/t/on-figs',
      '# /c/conf/t/on-figs and more',
      '#/c/conf/t/on-figs',
      '####### /c/conf/t/on-figs',
      `# a${' '.repeat(490)}/`,
      `# a${' '.repeat(1_000_000)}/`,
      `# ${'# '.repeat(240)}/`,
    ])
      expect(threadLinkIn(line)).toBeNull();
    expect(threadOf('# /c/conf/t/c#')).toBe('c');
  });
});
