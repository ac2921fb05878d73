const AFTER_TYPING_MS = 500;

/**
 * Updates the preview while typing: sends the form as its preview button would, and replaces only the preview. Puts a
 * talk's section where the cursor is.
 */
export function takeOverRecap(): void {
  const form = document.querySelector<HTMLFormElement>('form#recap');
  const preview = document.getElementById('preview');
  const text = form?.querySelector('textarea');
  if (!form || !preview || !text) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const look = async (): Promise<void> => {
    const mine = (asked += 1);
    const fields = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams([...fields, ['act', 'preview']]),
      headers: { accept: 'text/html' },
    });
    if (!response.ok || mine !== asked) return;
    const drawn = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('preview');
    if (drawn && mine === asked) preview.replaceChildren(...drawn.childNodes);
  };
  const lookLater = (): void => {
    clearTimeout(waiting);
    // A failed preview comes with the next key.
    waiting = setTimeout(() => void look().catch(() => undefined), AFTER_TYPING_MS);
  };
  form.addEventListener('input', ({ target }) => {
    if ((target as HTMLElement).matches('textarea, [name=title]')) lookLater();
  });
  form.addEventListener('submit', (event) => {
    if (!(event.submitter as HTMLButtonElement | null)?.matches('[value=talk]')) return;
    event.preventDefault();
    insertSection(
      text,
      form.querySelector<HTMLSelectElement>('[name=talk]')?.selectedOptions[0]?.dataset['line'] ?? '',
    );
    lookLater();
  });
}

/** Begins a section with this line at the cursor, and goes on below it. */
function insertSection(text: HTMLTextAreaElement, line: string): void {
  const [before, after] = [text.value.slice(0, text.selectionEnd).trimEnd(), text.value.slice(text.selectionEnd)];
  text.focus();
  text.setRangeText(
    `${before && '\n\n'}${line}\n\n${after.trim() && '\n\n'}`,
    before.length,
    text.value.length - after.trimStart().length,
    'end',
  );
  const end = text.selectionEnd - (after.trim() ? 2 : 0);
  text.setSelectionRange(end, end);
}
