import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

/** The effect of a press: the one act of a form, an act beside it, one of many, or one that destroys. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonLooks {
  /** Secondary, unless given. */
  kind?: ButtonKind;
  /** 48 px high instead of 40, for the one act of a page. */
  large?: boolean;
}

interface ButtonLinkProps extends ButtonLooks {
  href: string;
  rel?: string | undefined;
  target?: string | undefined;
  children: ComponentChildren;
}

const classOf = ({ kind = 'secondary', large }: ButtonLooks): string | undefined =>
  [kind !== 'secondary' && kind, large && 'large'].filter(Boolean).join(' ') || undefined;

/** A button of a form. */
export const Button = ({ kind, large, ...button }: ButtonLooks & Omit<ButtonHTMLAttributes, 'class'>) => (
  <button {...button} class={classOf({ kind, large })} />
);

/** A link that looks like a button. */
export const ButtonLink = ({ kind, large, ...link }: ButtonLinkProps) => (
  <a {...link} class={['button', classOf({ kind, large })].filter(Boolean).join(' ')} />
);
