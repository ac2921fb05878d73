import { isUuid } from '../../kernel/ids.ts';
import { typed, type FormFields } from '../forms.ts';

/** A recap in its form, before it is saved. */
export interface RecapDraft {
  markdown: string;
  items: string[];
}

/** A field that may be repeated. */
const listed = (form: FormFields | undefined, field: string): string[] =>
  [form?.[field] ?? []].flat().filter((value) => typeof value === 'string');

export const draftIn = (form: FormFields): RecapDraft => ({
  markdown: typed(form, 'markdown').replaceAll('\r\n', '\n'),
  items: [...new Set(listed(form, 'items').filter((id) => isUuid(id)))],
});

/** The last id in a link to a comment; null without one. */
export const idInLink = (link: string): string | null =>
  link
    .match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi)
    ?.at(-1)
    ?.toLowerCase() ?? null;

const STEPS: ReadonlyMap<string, number> = new Map([
  ['up', -1],
  ['down', 1],
]);

/** Applies a button of the form to the draft: `up`, `down` or `remove`, with an id after a colon. */
export function moved(draft: RecapDraft, act: string): RecapDraft {
  const [verb, id = ''] = act.split(':');
  const at = draft.items.indexOf(id);
  if (at < 0) return draft;
  if (verb === 'remove') return { ...draft, items: draft.items.filter((item) => item !== id) };
  const to = at + (STEPS.get(verb ?? '') ?? 0);
  return to < 0 || to >= draft.items.length
    ? draft
    : { ...draft, items: draft.items.with(at, draft.items[to]!).with(to, id) };
}

export const added = (draft: RecapDraft, ids: readonly string[]): RecapDraft => ({
  ...draft,
  items: [...new Set([...draft.items, ...ids])],
});
