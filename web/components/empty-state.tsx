import type { ComponentChildren } from 'preact';

/** Says that a list has nothing in it, and offers the one thing to do about it. */
export const EmptyState = ({ children, action }: { children: ComponentChildren; action?: ComponentChildren }) => (
  <div class="empty">
    <p>{children}</p>
    {action}
  </div>
);
