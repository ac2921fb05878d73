import { takeOverForms } from './page-scripts.ts';
import { takeOverQueue } from './queue-client.ts';
import { takeOverRecap } from './recap-client.ts';
import { takeOverDesk, takeOverStage } from './speaking-client.ts';
import { takeOverThread } from './thread-client.tsx';

// Nothing here is needed to read or to write; it makes pages live.
const island = document.getElementById('island');
const root = document.getElementById('thread');
if (island && root) takeOverThread(root, JSON.parse(island.textContent ?? '{}') as never);
takeOverForms();
// Few pages have a use for it, so few readers carry it.
if (document.querySelector('#by-passkey, #add-passkey')) void import('./passkey-client.ts').then(({ takeOverPasskeys }) => takeOverPasskeys());
takeOverDesk();
takeOverQueue();
takeOverStage();
takeOverRecap();
