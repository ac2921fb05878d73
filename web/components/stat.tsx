import type { ComponentChildren } from 'preact';

/** Numbers beside each other. */
export const Stats = ({ children }: { children: ComponentChildren }) => <div class="stats">{children}</div>;

/** A number and what it counts. */
export const Stat = ({ value, children }: { value: number | string; children: ComponentChildren }) => (
  <div class="stat">
    <b>{value}</b>
    <span>{children}</span>
  </div>
);
