/** Shows the buttons of the fields to copy, and says what a press did. */
export function takeCopyFields(): void {
  for (const part of document.querySelectorAll<HTMLElement>('.copy-field')) {
    const field = part.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    const button = part.querySelector('button');
    const status = part.querySelector('[role=status]');
    if (!field || !button || !status) continue;
    button.hidden = false;
    button.addEventListener(
      'click',
      () =>
        void copy(field).then((done) => {
          status.textContent = part.dataset[done ? 'copied' : 'selected'] ?? '';
        }),
    );
  }
}

/** Without https the clipboard is not available; the field is selected then, to be copied by hand. */
export async function copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.focus();
  field.select();
  return navigator.clipboard
    ? navigator.clipboard.writeText(field.value).then(
        () => true,
        () => false,
      )
    : false;
}
