import { render } from 'preact';
import { StateBanner } from '../components/state-banner.tsx';
import type { ThreadProps } from '../components/thread-props.ts';

/** Draws the state of the thread under its title, which is outside of what the thread's script draws otherwise. */
export function drawBanner({ thread, archiveUrl }: ThreadProps): void {
  const place = document.getElementById('state');
  if (place) render(<StateBanner thread={thread} archiveUrl={archiveUrl} />, place);
}
