const AFTER_TYPING_MS = 500;

/** Updates the preview while typing: sends the form as its preview button would, and replaces only the preview. */
export function takeOverRecap(): void {
  const form = document.querySelector<HTMLFormElement>('form#recap');
  const preview = document.getElementById('preview');
  if (!form || !preview) return;
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
  form.querySelector('textarea')?.addEventListener('input', () => {
    clearTimeout(waiting);
    // A failed preview comes with the next key.
    waiting = setTimeout(() => void look().catch(() => undefined), AFTER_TYPING_MS);
  });
}
