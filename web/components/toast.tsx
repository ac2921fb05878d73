import type { ComponentChildren } from 'preact';

interface ToastProps {
  children: ComponentChildren;
  /** A form that takes the act back, or a link to what it made. */
  also?: ComponentChildren;
}

/**
 * Says what an act did: a notice at the top of the next page. A script shows it above the page for some seconds instead
 * (`showToasts`), and announces it.
 */
export function Toast({ children, also }: ToastProps) {
  return (
    <div class="toast" role="status">
      <p>{children}</p>
      {also}
    </div>
  );
}
