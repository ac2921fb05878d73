import { appendFileSync } from 'node:fs';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { AnswerCheck, type ApiDocument, type RecordedAnswer } from './answer-check.ts';
import { FrameCheck, watchFrames, type SocketDocument } from './frame-check.ts';

const DOCUMENT = '/api/v1/openapi.json';
const SOCKET_DOCUMENT = '/api/v1/asyncapi.json';

/** A file in which faults are collected instead of failing their tests: to see all at once. */
const FAULTS_FILE = process.env['API_FAULTS'];

/**
 * Holds what a test hears of the API and its sockets against the documents of the server. The first answer of a worker
 * asks for a document; each schema is compiled when an answer first needs it.
 */
class Recorder {
  private faults: string[] = [];
  private answerCheck: Promise<AnswerCheck | null> | undefined;
  private frameCheck: Promise<FrameCheck | null> | undefined;
  private readonly pending = new Set<Promise<unknown>>();

  constructor(private readonly ask: typeof fetch) {}

  /** Throws what is not documented; it is noted as well, for tests that catch what they ask. */
  async record(answer: RecordedAnswer): Promise<void> {
    // A test may send what is no address at all.
    if (!URL.canParse(answer.url)) return;
    const { origin, pathname } = new URL(answer.url);
    // The document does not describe itself.
    if (!pathname.startsWith('/api/v1/') || pathname.startsWith('/api/v1/openapi.')) return;
    this.answerCheck ??= this.read<ApiDocument>(origin + DOCUMENT).then((read) => read && new AnswerCheck(read));
    const check = await this.answerCheck;
    // A server that is being broken on purpose: the next answer asks again.
    if (check === null) return void (this.answerCheck = undefined);
    const faults = check.faultsOf({ ...answer, pathname });
    this.note(faults);
    if (faults.length > 0 && FAULTS_FILE === undefined)
      throw new Error(`an answer is not as documented: ${faults.join('; ')}`);
  }

  /** Looks at a message of a socket, once the document is there. */
  recordFrame(origin: string, faultsIn: (check: FrameCheck) => string[]): void {
    const looked = this.framesOf(origin).then((check) => check && this.note(faultsIn(check)));
    this.pending.add(looked);
    void looked.finally(() => this.pending.delete(looked));
  }

  private async framesOf(origin: string): Promise<FrameCheck | null> {
    this.frameCheck ??= this.read<SocketDocument>(origin + SOCKET_DOCUMENT).then(
      (read) => read && new FrameCheck(read),
    );
    const check = await this.frameCheck;
    if (check === null) this.frameCheck = undefined;
    return check;
  }

  /** Returns the undocumented parts since the last call. */
  async take(): Promise<string[]> {
    await Promise.all(this.pending);
    return this.faults.splice(0);
  }

  private note(faults: readonly string[]): void {
    if (faults.length === 0) return;
    if (FAULTS_FILE === undefined) this.faults.push(...faults);
    else appendFileSync(FAULTS_FILE, `${faults.join('\n')}\n`);
  }

  private async read<T>(url: string): Promise<T | null> {
    const answer = await this.ask(url).catch(() => null);
    return answer?.status === 200 ? ((await answer.json()) as T) : null;
  }
}

const plainFetch = globalThis.fetch;
const recorder = new Recorder(plainFetch);
let paused = 0;

export const recordAnswer = async (answer: RecordedAnswer): Promise<void> => {
  if (paused === 0) await recorder.record(answer);
};

export const recordFrame = (origin: string, faultsIn: (check: FrameCheck) => string[]): void =>
  recorder.recordFrame(origin, faultsIn);

/** Takes back what was not documented, for a test of the recorder. */
export const takeFaults = (): Promise<string[]> => recorder.take();

/** The environment of the tests asks here, after each of them, for undocumented parts, which fail the test. */
Object.assign(globalThis, { [Symbol.for('aftertalk.undocumented')]: takeFaults });

/** The one way to open a socket in a test: what it hears is recorded. */
export function openSocket(
  origin: string,
  options: Partial<ManagerOptions & SocketOptions> = {},
  namespace = '/live',
): Socket {
  const socket = io(origin + namespace, options);
  watchFrames(socket, (faultsIn) => recorder.recordFrame(origin, faultsIn));
  return socket;
}

/** For what no client of this version is answered; the caller says why. */
export async function withoutRecording<T>(work: () => Promise<T>): Promise<T> {
  paused += 1;
  try {
    return await work();
  } finally {
    paused -= 1;
  }
}

const urlOf = (input: string | URL | Request): string => (input instanceof Request ? input.url : String(input));

/** The answer with its text unread again: `clone` would leave ports open that keep the test in memory (Node 20). */
function withText(response: Response, text: string): Response {
  const { status, statusText, headers, url, redirected } = response;
  return Object.defineProperties(new Response(text, { status, statusText, headers }), {
    url: { value: url },
    redirected: { value: redirected },
  });
}

/** Every `fetch` of a test is recorded: of a story's person, and of a test that asks by itself. */
globalThis.fetch = async (input, init) => {
  const response = await plainFetch(input, init);
  const url = urlOf(input);
  if (!url.includes('/api/v1/')) return response;
  const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toLowerCase();
  const type = response.headers.get('content-type');
  const text = type?.includes('json') && response.body ? await response.text() : null;
  await recordAnswer({ method, url, status: response.status, headers: [...response.headers.keys()], type, text });
  return text === null ? response : withText(response, text);
};
