import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface MenuProps {
  /** The text of its button, or its name where it shows an icon. */
  label: string;
  icon?: 'more' | 'menu';
  /** The class of a button that shows the label instead of an icon. */
  shown?: string;
  /** More classes, of the place. */
  at?: string;
  /** The name of its links together, where they are ways through the site. */
  nav?: string;
  isOpen?: boolean;
  children: ComponentChildren;
}

/** Acts or links behind one button; opens without a script, too. */
export const Menu = ({ label, icon = 'more', shown, at, nav, isOpen, children }: MenuProps) => (
  <details class={at ? `menu ${at}` : 'menu'} open={isOpen}>
    <summary class={shown} aria-label={shown ? undefined : label}>
      {shown ? label : <Icon name={icon} />}
    </summary>
    {nav ? (
      <nav class="panel" aria-label={nav}>
        {children}
      </nav>
    ) : (
      <div class="panel">{children}</div>
    )}
  </details>
);
