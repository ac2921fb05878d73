import { prove } from './proof-of-work.ts';

/** For requests that are asked for a proof without a page of their own. */
export { prove };

// Computes what the page of waiting asks for, and sends its form on.
const form = document.querySelector<HTMLFormElement>('#by-proof');
if (form) void payFor(form);

async function payFor(page: HTMLFormElement): Promise<void> {
  const { challenge = '', bits, seconds } = page.dataset;
  page.querySelector<HTMLElement>('.help')!.hidden = false;
  // Nobody is asked to press a button that the page is about to press; too early a press would begin the wait anew.
  for (const part of page.querySelectorAll<HTMLElement>('[data-by-hand]')) part.hidden = true;
  page.querySelector<HTMLInputElement>('[name=proof]')!.value = await prove({
    challenge,
    bits: Number(bits),
    seconds: Number(seconds),
  });
  page.submit();
}
