import { mkdtemp, open, rmdir, unlink, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tooLarge, uploadsBusy } from '../../kernel/common.problems.ts';
import { Places } from '../../kernel/places.ts';
import { IMAGE_BYTES } from '../images/encode-image.ts';

/** Largest file a route accepts, in bytes; all other bodies are small. */
export const FILE_LIMIT = 10 * 1024 * 1024;
/** Most files received at the same time; each costs disk and hardly any memory. */
const RECEIVED_AT_ONCE = 8;
/** Most files in memory at the same time, each until its answer is sent. */
const IN_MEMORY_AT_ONCE = 2;
/** Longest wait of a received file for a place in memory, in milliseconds. */
const PATIENCE_MS = 20_000;
const RETRY_AFTER_SECONDS = 10;
/** Most bytes read from the disk at once. */
const SLICE_BYTES = 1024 * 1024;

/** Throws the refusal of the request's route, before the body is read. */
export type Admission = (request: FastifyRequest) => Promise<void>;

/** Room for the fields and the boundaries of a form with files, in bytes. */
const FORM_BYTES = 64 * 1024;

/**
 * Routes for long texts, and how many bytes their bodies may have: a character of a form takes up to twelve, and who
 * pastes too much gets the text back with the refusal. Recaps have 30,000 characters, abstracts 50,000; the form of a
 * talk holds the abstract twice.
 */
const LONG_TEXTS: readonly { path: RegExp; bytes: number; isForTeam?: true }[] = [
  { path: /\/recaps?(?:\/new|\/edit|\/:recap\/edit|\/:id)?$/, bytes: 768 * 1024 },
  { path: /\/admin\/(?:conferences\/:conference\/talks|talks\/:id)$/, bytes: 768 * 1024, isForTeam: true },
  {
    path: /^\/organize\/:conference\/programme(?:\/:talk)?(?:\/preview)?$/,
    bytes: 1_280 * 1024,
    isForTeam: true,
  },
];

/** The routes that accept files: how their paths end, and how many bytes they take. */
const TAKING: readonly { path: RegExp; bytes: number; isForm?: true; isImage?: true }[] = [
  { path: /\/imports$/, bytes: FILE_LIMIT },
  { path: /^\/organize\/programmes$/, bytes: FILE_LIMIT + FORM_BYTES, isForm: true },
  { path: /\/brand\/:image$/, bytes: IMAGE_BYTES, isImage: true },
  { path: /\/appearance$/, bytes: 3 * IMAGE_BYTES + FORM_BYTES, isForm: true },
];

/** The file that a route accepts; null for all other routes. */
export const takenBy = (url: string | undefined): (typeof TAKING)[number] | null =>
  TAKING.find(({ path }) => url !== undefined && path.test(url)) ?? null;

/**
 * Receives files: first the sender is admitted, then the file goes onto the disk at the sender's pace, and only a whole
 * file goes into memory, a few at a time.
 */
@Injectable()
export class LargeBodies {
  private readonly receiving = new Places(RECEIVED_AT_ONCE);
  private readonly inMemory = new Places(IN_MEMORY_AT_ONCE);
  private readonly received = new WeakMap<FastifyRequest, Buffer>();
  private admission: Admission = () => Promise.reject(new Error('nobody says who may send files'));

  /** Sets the check that runs before the body is read: the guard of the routes. */
  admitBy(admission: Admission): void {
    this.admission = admission;
  }

  install(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (route) => {
      const isRead = ['GET', 'HEAD'].includes(String(route.method));
      const long = LONG_TEXTS.find(({ path }) => path.test(route.url));
      if (long) route.bodyLimit = long.bytes;
      if (long?.isForTeam && !isRead) route.onRequest = (request) => this.admission(request);
      const taken = takenBy(route.url);
      if (!taken || isRead) return;
      route.bodyLimit = taken.bytes;
      route.onRequest = (request) => this.admission(request);
      route.preParsing = async (request, reply, payload) =>
        taken.isForm && !isMultipart(request)
          ? (payload as Readable)
          : this.receive(request, reply, { payload: payload as Readable, bytesAtMost: taken.bytes });
    });
  }

  /** Receives the body onto the disk and reads it into memory. Throws `body-too-large`, `unavailable`. */
  private async receive(
    request: FastifyRequest,
    reply: FastifyReply,
    { payload, bytesAtMost }: { payload: Readable; bytesAtMost: number },
  ): Promise<Readable> {
    if (Number(request.headers['content-length'] ?? 0) > bytesAtMost) throw tooLarge();
    const finish = await this.receiving.take(0);
    if (!finish) throw uploadsBusy(RETRY_AFTER_SECONDS);
    whenClosed(reply, finish);
    const file = await openUnnamed();
    whenClosed(reply, () => void file.close().catch(() => undefined));
    const bytes = await store(payload, file, bytesAtMost);
    const leave = await this.inMemory.take(PATIENCE_MS);
    if (!leave) throw uploadsBusy(RETRY_AFTER_SECONDS);
    whenClosed(reply, leave);
    this.received.set(request, await readInSlices(file, bytes));
    // Nothing is left to read, because joining ten megabytes at once would hold the event loop for 50 ms.
    return Object.assign(Readable.from([]), { receivedEncodedLength: bytes });
  }

  /** The whole file of a request; null where its route accepts none. */
  fileOf(request: FastifyRequest): Buffer | null {
    return this.received.get(request) ?? null;
  }
}

/** Whether a form was sent with files. */
export const isMultipart = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  /^\s*multipart\/form-data\b/i.test(headers['content-type'] ?? '');

/** Calls back once the answer is sent or the client is gone, also when that has happened already. */
function whenClosed({ raw }: FastifyReply, doing: () => void): void {
  if (raw.closed) doing();
  else raw.once('close', doing);
}

/** A file that only we can read, and that disappears when it is closed or the process ends. */
async function openUnnamed(): Promise<FileHandle> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-upload-'));
  const name = path.join(dir, 'body');
  const file = await open(name, 'wx+', 0o600);
  await unlink(name);
  await rmdir(dir);
  return file;
}

/**
 * Returns the number of bytes received. Throws `body-too-large` and discards the rest, so that the sender gets the
 * answer.
 */
async function store(payload: Readable, file: FileHandle, bytesAtMost: number): Promise<number> {
  let bytes = 0;
  for await (const chunk of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesAtMost) break;
    await file.write(chunk);
  }
  if (bytes <= bytesAtMost) return bytes;
  // In the next turn, because until then the iteration owns the stream.
  setImmediate(() => payload.resume());
  throw tooLarge();
}

/** Reads a file a megabyte at a time, because the first touch of fresh memory takes 5 ms a megabyte. */
async function readInSlices(file: FileHandle, bytes: number): Promise<Buffer> {
  const whole = Buffer.allocUnsafeSlow(bytes);
  for (let end = 0; end < bytes;) {
    const { bytesRead } = await file.read(whole, end, Math.min(SLICE_BYTES, bytes - end), end);
    if (bytesRead === 0) throw new Error(`a file that was received has lost ${bytes - end} of its ${bytes} bytes`);
    end += bytesRead;
  }
  return whole;
}
