import { reportFrameSize } from './embed-frame.ts';
import { takeSecret } from './secret-in-address.ts';
import { takeOverThread } from './thread-client.tsx';
import type { Island } from './thread-island.ts';

// Not needed to read or to write; makes pages live.
const [left, root] = [document.getElementById('island'), document.getElementById('thread')];
const island = left && (JSON.parse(left.textContent ?? '{}') as Island);
left?.remove();
// At once, because the other site sends its message as soon as the frame has loaded.
if (island?.embed) reportFrameSize(island.embed.sites);
// In a later turn, because running both at once would block a phone's input after it has just parsed the script.
// The page that answers a form stays as the server drew it, with what it says of the form.
const isAnswer = root?.querySelector('.code-step, .write > .refusal, .write .fault');
if (island && root && !isAnswer) setTimeout(() => takeOverThread(root, island));
// A reload says nothing again.
const here = new URL(location.href);
if (here.searchParams.has('said')) {
  here.searchParams.delete('said');
  history.replaceState(history.state, '', here);
}
takeSecret();
// Loaded only on the few pages that need them.
const has = (selector: string): boolean => document.querySelector(selector) !== null;
if (has('[data-forms]')) void import('./page-forms.ts').then(({ takeOverForms }) => takeOverForms());
if (has('#by-passkey, #add-passkey'))
  void import('./passkey-client.ts').then(({ takeOverPasskeys }) => takeOverPasskeys());
if (has('#recap')) void import('./recap-client.ts').then(({ takeOverRecap }) => takeOverRecap());
const zone = document.querySelector<HTMLElement>('[data-zone]');
if (zone) void import('./local-times.ts').then(({ showOwnTimes }) => showOwnTimes(zone));
if ('utc' in document.body.dataset) void import('./local-times.ts').then(({ sayInOwnZone }) => sayInOwnZone());
// One menu at a time, and none after a press beside it.
document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
    if (!menu.querySelector('summary')!.contains(target as Node)) menu.open = false;
});
