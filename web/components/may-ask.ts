import type { ThreadProps } from './thread-props.ts';

/** Whether this reader may ask a question here, as far as the page knows. */
export const mayAsk = ({ thread, mine, answeredBy = 'speaker' }: ThreadProps): boolean =>
  answeredBy !== null &&
  (thread.state === 'open' || thread.state === 'questions') &&
  (!mine || mine.guest || mine.may.ask);
