import type { ComponentChildren } from 'preact';
import type { ThreadActions, ThreadProps } from '../components/thread-props.ts';
import { pair, thread } from './style-samples.ts';
import { HERE } from './style-part.tsx';

/** Handlers that do nothing, because this page sends nothing. */
export const actions = new Proxy({}, { get: () => () => () => undefined }) as ThreadActions;

export const base = (more: Partial<ThreadProps> = {}): ThreadProps => ({
  thread: thread(),
  here: HERE,
  sort: 'oldest',
  mine: null,
  personas: [],
  archiveUrl: null,
  ...more,
});

export const pageOf = (items = [{ ...pair.root, replies: [pair.reply] }], next: string | null = null) => ({
  items,
  next,
  seq: 300,
});

export function Sample({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <>
      <p class="help">
        <code>{of}</code>
      </p>
      {children}
    </>
  );
}
