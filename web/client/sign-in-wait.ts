import { prove } from './proof-of-work.ts';

/** For requests that need a proof without a page of their own. */
export { prove };

// Computes the proof that the waiting page asks for, and sends its form.
const form = document.querySelector<HTMLFormElement>('#by-proof');
if (form) void payFor(form);

async function payFor(page: HTMLFormElement): Promise<void> {
  const { challenge = '', bits, seconds } = page.dataset;
  page.querySelector<HTMLElement>('.help')!.hidden = false;
  // The button is hidden because the page presses it; pressing it early would start the wait again.
  for (const part of page.querySelectorAll<HTMLElement>('[data-by-hand]')) part.hidden = true;
  page.querySelector<HTMLInputElement>('[name=proof]')!.value = await prove({
    challenge,
    bits: Number(bits),
    seconds: Number(seconds),
  });
  page.submit();
}
