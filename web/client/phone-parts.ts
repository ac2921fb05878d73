import { contributionsIn } from '../components/contributions.ts';
import type { ThreadShape } from '../components/shapes.ts';

/** The parts of a page by the address of their link, each with what makes it the shown one and what it counts. */
const PARTS: Readonly<Record<string, { shown: string; count: (thread: ThreadShape) => number }>> = {
  '#questions': { shown: '#questions:target', count: ({ counts }) => counts.waiting },
  '#discussion': {
    shown: '.thread > :is(:target:not(.questions), .code-step), .comments :target',
    count: (thread) => contributionsIn(thread),
  },
  '#answered': { shown: '#answered:target', count: ({ counts }) => counts.answered },
};

/**
 * Says to screen readers which part of the page a phone shows, which its stylesheet chooses by the address, and keeps
 * the counts of the parts. Returns what keeps them.
 */
export function followParts(): (thread: ThreadShape) => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.jump a')];
  const mark = (): void => {
    const chosen = links.find(({ hash }) => document.querySelector(PARTS[hash]?.shown ?? '#none'));
    const shown = chosen ?? links.find((link) => link.closest('.in-room'));
    for (const link of links)
      if (link === shown) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
  };
  if (links.length > 0) addEventListener('hashchange', mark);
  mark();
  return (thread) => {
    for (const { hash, lastElementChild } of links) {
      const count = String(PARTS[hash]?.count(thread) ?? '');
      if (lastElementChild && lastElementChild.textContent !== count) lastElementChild.textContent = count;
    }
  };
}
