/**
 * Sends the votes of a list of questions without leaving the page, and draws only the button of that question again, so
 * that nothing moves under the pointer. Whatever else is answered (a refusal, a sign-in) is shown by sending the form.
 * One vote is sent after another, because the first of a reader without a session brings the cookie of the next.
 */
export function voteInPlace(): void {
  const underWay = new WeakSet<HTMLFormElement>();
  let last: Promise<unknown> = Promise.resolve();
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const row = form.closest('.across > li');
    if (!row) return;
    event.preventDefault();
    if (underWay.has(form)) return;
    underWay.add(form);
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    last = last
      .then(() => send(form.action, body))
      .then((fresh) => {
        underWay.delete(form);
        const redrawn = fresh?.getElementById(row.id)?.querySelector('form');
        if (!redrawn) return form.submit();
        form.replaceWith(document.adoptNode(redrawn));
        redrawn.querySelector('button')?.focus();
      });
  });
}

/** The page that answers; null where none does. */
async function send(address: string, body: URLSearchParams): Promise<Document | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body, headers: { accept: 'text/html' } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  } catch {
    return null;
  }
}
