/**
 * The keys of a thread's page, listed in `pages.reading.keyList`: j and k move between comments, r replies, / searches,
 * n shows what is new. Off while a field has the focus.
 */
export function addKeyboardShortcuts(
  root: HTMLElement,
  { areEnabled, help }: { areEnabled: () => boolean; help: () => void },
): void {
  document.addEventListener('keydown', (event) => {
    const at = event.target as Element;
    if (
      !areEnabled() ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      at.closest('input, textarea, select, dialog')
    )
      return;
    const act = actOf(event.key, root, help);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actOf(key: string, root: HTMLElement, help: () => void): (() => void) | undefined {
  const comments = [...root.querySelectorAll<HTMLElement>('.comments .comment')];
  const held = comments.findIndex((comment) => comment.contains(document.activeElement));
  // Without a focus, the first visible comment.
  const from = held >= 0 ? held : comments.findIndex((comment) => comment.getBoundingClientRect().bottom > 0) - 1;
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
