import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { unavailable } from '../kernel/common.problems.ts';
import { nextTurn } from '../kernel/slices.ts';
import { workerFile } from '../platform/worker-file.ts';
import type { TalkFields } from '../programme/talk-fields.ts';
import { scheduleRefused, scheduleTooHeavy } from './imports.problems.ts';
import { ScheduleAsks } from './parsing/parsed-schedule.ts';
import { NO_ANSWERS } from './parsing/sheets/sheet-answers.ts';
import type { WorkerRequest, WorkerMessage } from './programme-messages.ts';
import type { ImportedTalk } from './to-programme.ts';
import type { ReadProgramme } from './read-programme.ts';

/**
 * Longest reading of a file, in seconds: ten times the CPU time of the largest honest one (10 MB, 4 s), for a busy
 * machine.
 */
const SECONDS = 40;
/** Most memory for reading a file; an honest one takes less than 40 MB for each of its at most ten megabytes. */
const MEGABYTES = 512;
/** Most files that wait while another is read, each in memory. */
const WAITING = 4;
/** Most bytes sent to the worker at once. */
const SLICE_BYTES = 1024 * 1024;

export interface ParsingLimits {
  seconds: number;
  megabytes: number;
}

/** Reads programme files in a worker thread, one at a time, within limits of time and memory. */
@Injectable()
export class ProgrammeReader implements OnApplicationShutdown {
  private last: Promise<unknown> = Promise.resolve();
  private asked = 0;
  private worker: Worker | null = null;

  /** Limits of one file. */
  limits: ParsingLimits = { seconds: SECONDS, megabytes: MEGABYTES };

  /** Throws `unavailable`, `schedule-refused`, `schedule-too-heavy`, and ScheduleAsks. */
  async read(file: Buffer, options: Omit<WorkerRequest, 'bytes'>): Promise<ReadProgramme> {
    if (this.asked > WAITING) throw unavailable({}, { retryAfterSeconds: SECONDS });
    this.asked += 1;
    const turn = this.last.then(() => this.inThread(file, options, this.limits));
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.asked -= 1;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private async inThread(
    file: Buffer,
    options: Omit<WorkerRequest, 'bytes'>,
    { seconds, megabytes }: ParsingLimits,
  ): Promise<ReadProgramme> {
    const workerData: WorkerRequest = {
      bytes: file.length,
      timeZone: options.timeZone,
      locale: options.locale,
      ...(options.startsOn && options.endsOn ? { startsOn: options.startsOn, endsOn: options.endsOn } : {}),
      said: options.said ?? NO_ANSWERS,
    };
    const worker = new Worker(workerFile('programme.worker'), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
    });
    this.worker = worker;
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      void worker.terminate();
    }, seconds * 1_000);
    try {
      await send(worker, file);
      return await gathered(worker);
    } catch (error) {
      if (isLate || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw scheduleTooHeavy({ seconds: Math.ceil(seconds), megabytes });
      throw error;
    } finally {
      clearTimeout(late);
      await worker.terminate();
      this.worker = null;
    }
  }
}

/** Sends the file by the megabyte, each piece copied in a turn of its own. */
async function send(worker: Worker, file: Buffer): Promise<void> {
  for (let start = 0; start < file.length; start += SLICE_BYTES) {
    const piece = new Uint8Array(file.subarray(start, start + SLICE_BYTES));
    worker.postMessage(piece, [piece.buffer]);
    await nextTurn();
  }
}

/** Requests one message after another, so that each turn of the event loop handles one slice. */
async function gathered(worker: Worker): Promise<ReadProgramme> {
  // A worker that fails sends an error; one that ends without was terminated.
  const gone = once(worker, 'exit').then(() => {
    throw unavailable({}, { retryAfterSeconds: 2 });
  });
  const ask = async (): Promise<WorkerMessage> => {
    worker.postMessage('next');
    const [message] = (await Promise.race([once(worker, 'message'), gone])) as [WorkerMessage];
    return message;
  };
  gone.catch(() => undefined);
  const talks: ImportedTalk[] = [];
  const speakers = new Map<string, TalkFields['speakers'][number]>();
  let head: Omit<ReadProgramme, 'talks'> | null = null;
  for (let message = await ask(); message.kind !== 'end'; message = await ask()) {
    if (message.kind === 'asked') throw new ScheduleAsks(message.question);
    if (message.kind === 'refused') throw scheduleRefused({ place: message.place, sentence: message.sentence });
    if (message.kind === 'head') ({ head } = message);
    else if (message.kind === 'speakers') for (const speaker of message.speakers) speakers.set(speaker.key, speaker);
    else
      talks.push(
        ...message.talks.map((talk) => ({ ...talk, speakers: talk.speakers.map((key) => speakers.get(key)!) })),
      );
  }
  return { ...head!, talks };
}
