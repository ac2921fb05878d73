import type { Page, Response, WebSocket } from 'playwright-core';
import { recordAnswer, recordFrame } from './recorder.ts';

/** Holds what a page hears of the API and its sockets against their documents. */
export class PageRecorder {
  private readonly pending: Promise<unknown>[] = [];

  watch(page: Page): void {
    page.on('response', (response) => {
      // Faults are noted, and fail the test; here nobody would hear them.
      if (response.url().includes('/api/v1/')) this.pending.push(recordResponse(response).catch(() => undefined));
    });
    page.on('websocket', recordFrames);
  }

  async finish(): Promise<void> {
    await Promise.all(this.pending.splice(0));
  }
}

async function recordResponse(response: Response): Promise<void> {
  const headers = await response.allHeaders();
  const type = headers['content-type'] ?? null;
  // Chromium tells of a 304 as of the 200 that it had before.
  const isUnchanged = response.status() === 200 && type === null;
  const status = isUnchanged ? 304 : response.status();
  // A page that is left has no text of its answers any more.
  const text = isUnchanged ? null : await response.text().catch(() => null);
  const method = response.request().method().toLowerCase();
  await recordAnswer({ method, url: response.url(), status, headers: Object.keys(headers), type, text });
}

/** A message of Socket.IO in the namespace of the forum: its kind, its number, and what it holds. */
const MESSAGE = /^4([23])\/live,(\d*)(\[.*)$/s;
const EVENT = '2';

function recordFrames(line: WebSocket): void {
  const { origin } = new URL(line.url().replace(/^ws/, 'http'));
  const asked = new Map<string, string>();
  const read = (payload: string | Buffer): [kind: string, number: string, values: unknown[]] | null => {
    const [, kind, number, values] = MESSAGE.exec(String(payload)) ?? [];
    return values === undefined ? null : [kind!, number!, JSON.parse(values) as unknown[]];
  };
  line.on('framesent', ({ payload }) => {
    const [, number = '', [event] = []] = read(payload) ?? [];
    if (number !== '') asked.set(number, String(event));
  });
  line.on('framereceived', ({ payload }) => {
    const [kind, number = '', [first, second] = []] = read(payload) ?? [];
    if (kind === EVENT) recordFrame(origin, (check) => check.faultsOfFrame(String(first), second));
    else if (asked.has(number))
      recordFrame(origin, (check) => check.faultsOfAcknowledgement(asked.get(number)!, first));
  });
}
