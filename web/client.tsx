import { takeOverForms } from './page-scripts.ts';
import { takeOverThread } from './thread-client.tsx';

// Nothing here is needed to read or to write; it makes pages live.
const island = document.getElementById('island');
const root = document.getElementById('thread');
if (island && root) takeOverThread(root, JSON.parse(island.textContent ?? '{}') as never);
takeOverForms();
// Few pages have a use for these, so few readers carry them.
const has = (selector: string): boolean => document.querySelector(selector) !== null;
if (has('#by-passkey, #add-passkey')) void import('./passkey-client.ts').then(({ takeOverPasskeys }) => takeOverPasskeys());
if (has('#desk, #stage')) void import('./speaking-client.ts').then(({ takeOverDesk, takeOverStage }) => {
  takeOverDesk();
  takeOverStage();
});
if (has('#queue')) void import('./queue-client.ts').then(({ takeOverQueue }) => takeOverQueue());
if (has('#recap')) void import('./recap-client.ts').then(({ takeOverRecap }) => takeOverRecap());
const zone = document.querySelector<HTMLElement>('[data-zone]');
if (zone) void import('./own-zone.ts').then(({ showOwnTimes }) => showOwnTimes(zone));
