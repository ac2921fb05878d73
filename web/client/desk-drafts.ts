type TextField = HTMLInputElement | HTMLTextAreaElement;

const textFieldsOf = (root: ParentNode): TextField[] => [
  ...root.querySelectorAll<TextField>('form :is(textarea, input:not([type=hidden], [type=radio], [type=checkbox]))'),
];

/** Whether a field holds text that was typed and is not stored anywhere. A refused form holds what was typed. */
const isDraft = ({ value, defaultValue, form }: TextField): boolean =>
  value.trim() !== '' &&
  (value !== defaultValue || form?.classList.contains('resend') === true || refusalIn(form) !== null);

const refusalIn = (form: HTMLFormElement | null): Element | null => form?.querySelector('.refusal') ?? null;

export const holdsDrafts = (root: ParentNode): boolean => textFieldsOf(root).some(isDraft);

/** The field of the same name in another drawing, of the form with the same act about the same comment. */
function sameFieldIn(fresh: Element, field: TextField): TextField | undefined {
  const about = ({ form }: TextField): string =>
    ['act', 'id'].map((name) => form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '').join(' ');
  return textFieldsOf(fresh).find((each) => each.name === field.name && about(each) === about(field));
}

/**
 * Carries what is typed and not sent from one drawing of the desk into the next; what has no field there any more is
 * shown to be copied. The form `sent` is left out, because the next drawing is the answer to it.
 */
export function carryDrafts(old: HTMLElement, fresh: HTMLElement, sent: HTMLFormElement | null): void {
  fresh.querySelector('h1')?.after(...old.querySelectorAll('.left-over'));
  for (const field of textFieldsOf(old)) {
    if (field.form === sent || !isDraft(field)) continue;
    const same = sameFieldIn(fresh, field);
    if (same) {
      same.value = field.value;
      const refusal = refusalIn(field.form);
      if (refusal) same.form?.prepend(refusal);
    } else if (['body', 'reason', 'note'].includes(field.name))
      fresh.querySelector('h1')?.after(leftOver(field.value, fresh.dataset));
  }
}

/** Text whose question has moved on. */
function leftOver(text: string, { left = '', close = '' }: DOMStringMap): HTMLElement {
  const card = document.createElement('div');
  card.className = 'card left-over';
  const why = document.createElement('p');
  why.textContent = left;
  const what = document.createElement('textarea');
  what.value = text;
  what.readOnly = true;
  what.setAttribute('aria-label', left);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = close;
  button.addEventListener('click', () => card.remove());
  card.append(why, what, button);
  return card;
}
