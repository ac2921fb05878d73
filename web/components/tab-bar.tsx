import type { ComponentChildren } from 'preact';

interface TabBarProps {
  label: string;
  tabs: readonly { href: string; label: ComponentChildren; current?: 'date' | 'page' | 'true' | undefined }[];
}

/** The parts of a page in one row, which scrolls sideways by itself where they are many. */
export const TabBar = ({ label, tabs }: TabBarProps) => (
  <nav class="days" aria-label={label}>
    {tabs.map(({ href, label: shown, current }) => (
      <a key={href} href={href} aria-current={current}>
        {shown}
      </a>
    ))}
  </nav>
);
