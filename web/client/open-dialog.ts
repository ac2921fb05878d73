/**
 * Opens a dialog over the page, as the component `Dialog` draws it; on a phone it is a sheet. Escape and a press beside
 * it close it, and it goes from the page then.
 */
export function openDialog(...content: readonly (Node | string)[]): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.append(...content);
  dialog.addEventListener('close', () => dialog.remove());
  // The dialog's own surface ends at its border, so that only a press on the part behind it has the dialog itself as
  // its target.
  dialog.addEventListener('click', ({ target, clientX, clientY }) => {
    if (target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isBeside = clientX < left || clientX > right || clientY < top || clientY > bottom;
    if (isBeside && (clientX !== 0 || clientY !== 0)) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
