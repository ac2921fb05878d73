import type { ComponentChildren } from 'preact';
import type { CommentShape } from './shapes.ts';

/** The message of a chip about its thing; never by its colour alone, because it has words. */
export type ChipKind = 'neutral' | 'live' | 'answered' | 'waiting' | 'held' | 'role';

/** The classes of the looks, which are fewer than the kinds. */
const LOOKS: Readonly<Record<ChipKind, string>> = {
  neutral: '',
  live: ' live',
  answered: ' ok',
  waiting: ' accent',
  held: ' warn',
  role: ' accent',
};

/** A state or a role, in one or two words. */
export const Chip = ({ kind = 'neutral', children }: { kind?: ChipKind; children: ComponentChildren }) => (
  <span class={`chip${LOOKS[kind]}`}>{children}</span>
);

/** The chip of a question's state; one that ended without an answer is neutral. */
export const CHIP_OF_STATUS: Readonly<Record<NonNullable<CommentShape['question']>['status'], ChipKind>> = {
  open: 'waiting',
  taken: 'held',
  answered: 'answered',
  declined: 'neutral',
  merged: 'neutral',
  expired: 'neutral',
};
