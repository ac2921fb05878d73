import type { ComponentChildren } from 'preact';

interface DialogProps {
  /** The name of the dialog; the id of its title where it has one. */
  label: string;
  /** `sheet` is how a phone shows it. Both are drawn in their place for `/style`; scripts open the real ones above. */
  look?: 'dialog' | 'sheet';
  children: ComponentChildren;
  /** The buttons; the last is the one that the sheet keeps in sight. */
  buttons?: ComponentChildren;
}

/**
 * A dialog as `openDialog` shows it over the page: a title or a label, what it is about, its buttons. On a phone it is
 * a sheet. It closes by Escape, by its own button and by a press beside it.
 */
export const Dialog = ({ label, look = 'dialog', children, buttons }: DialogProps) => (
  <dialog class={`dialog still${look === 'sheet' ? ' sheet' : ''}`} open aria-label={label}>
    {children}
    {buttons && <p class="send">{buttons}</p>}
  </dialog>
);
