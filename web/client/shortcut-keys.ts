/**
 * Listens for the keys of a thread's page, listed in `pages.reading.keyList`. What they do is loaded with the first
 * one, because a phone has none. Off while a field has the focus.
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
      !'jkrn/?'.includes(event.key) ||
      at.closest('input, textarea, select, dialog')
    )
      return;
    event.preventDefault();
    void import('./keyboard-shortcuts.ts').then(({ actOf }) => actOf(event.key, root, help)?.());
  });
}
