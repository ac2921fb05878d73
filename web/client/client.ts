import { reportFrameSize } from './embed-frame.ts';
import { takeOverThread } from './thread-client.tsx';
import type { Island } from './thread-island.ts';

// Nothing here is needed to read or to write; it makes pages live.
const [left, root] = [document.getElementById('island'), document.getElementById('thread')];
const island = left && (JSON.parse(left.textContent ?? '{}') as Island);
// At once: the other site says hello as soon as the frame has loaded.
if (island?.embed) reportFrameSize(island.embed.sites);
// After a breath: on a phone that has just read the script, both at once would keep the reader's finger waiting.
if (island && root) setTimeout(() => takeOverThread(root, island));
// Few pages have a use for these, so few readers carry them.
const has = (selector: string): boolean => document.querySelector(selector) !== null;
if (has('#by-link, #claim, #import, [data-keeps-fragment]'))
  void import('./page-forms.ts').then(({ takeOverForms }) => takeOverForms());
if (has('#by-passkey, #add-passkey'))
  void import('./passkey-client.ts').then(({ takeOverPasskeys }) => takeOverPasskeys());
if (has('#recap')) void import('./recap-client.ts').then(({ takeOverRecap }) => takeOverRecap());
const zone = document.querySelector<HTMLElement>('[data-zone]');
if (zone) void import('./local-times.ts').then(({ showOwnTimes }) => showOwnTimes(zone));
