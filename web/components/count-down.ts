/** Seconds before another code can be asked for. */
const NEXT_CODE_SECONDS = 30;

const counting = new WeakSet<HTMLButtonElement>();

/** Lets a button for another code wait, with a text that counts the seconds; a button that waits goes on waiting. */
export function countDown(button: HTMLButtonElement, waiting: (seconds: number) => string): void {
  if (counting.has(button)) return;
  counting.add(button);
  const text = button.textContent;
  let left = NEXT_CODE_SECONDS;
  const count = (): void => {
    button.disabled = left > 0;
    button.textContent = left > 0 ? waiting(left) : text;
    left -= 1;
    if (button.disabled) setTimeout(count, 1_000);
  };
  count();
}

/** Lets it wait again, after its press. */
export const waitAgain = (button: HTMLButtonElement): boolean => counting.delete(button);
