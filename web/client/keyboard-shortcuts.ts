import { firstInSight } from './viewport.ts';

/** The act of a key: j and k move between comments, r replies, / searches, n shows new ones, ? opens the settings. */
export function actOf(key: string, root: HTMLElement, help: () => void): (() => void) | undefined {
  const comments = [...root.querySelectorAll<HTMLElement>('.comments .comment')];
  const held = comments.findIndex((comment) => comment.contains(document.activeElement));
  // Without a focus, the first visible comment.
  const from = held >= 0 ? held : firstInSight(comments) - 1;
  const go = (step: number) => (): void => comments[Math.min(comments.length - 1, Math.max(0, from + step))]?.focus();
  switch (key) {
    case 'j':
      return go(1);
    case 'k':
      return go(-1);
    case 'r':
      return () => comments[held]?.querySelector<HTMLElement>('.reply')?.click();
    case 'n':
      return () => root.querySelector<HTMLElement>('.waiting button')?.click();
    case '/':
      return () => document.querySelector<HTMLElement>('[type=search]')?.focus();
    case '?':
      return help;
    default:
      return undefined;
  }
}
