import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { slicesOf } from '../kernel/slices.ts';
import type { ReadingOptions } from './parsing/parse-schedule.ts';
import { ScheduleAsks, ScheduleRefused } from './parsing/parsed-schedule.ts';
import type { WorkerRequest, WorkerMessage, SentTalk } from './programme-messages.ts';
import type { ImportedTalk } from './to-programme.ts';
import { readProgramme } from './read-programme.ts';

/**
 * Worker in which a programme file is read, so that no file can harm the server. Answers each request with a slice: the
 * conference, then speakers and talks.
 */
function* answersTo(file: Buffer, options: ReadingOptions): Generator<WorkerMessage> {
  const { talks, ...head } = readProgramme(file, options);
  yield { kind: 'head', head };
  const speakers = [
    ...new Map(talks.flatMap((talk) => talk.speakers).map((speaker) => [speaker.key, speaker])).values(),
  ];
  for (const slice of slicesOf(speakers, ({ bioHtml }) => bioHtml.length)) yield { kind: 'speakers', speakers: slice };
  for (const slice of slicesOf(
    talks.map(toSent),
    ({ abstractHtml, slots }) => abstractHtml.length + slots.length * 100,
  ))
    yield { kind: 'talks', talks: slice };
  yield { kind: 'end' };
}

const toSent = (talk: ImportedTalk): SentTalk => ({ ...talk, speakers: talk.speakers.map(({ key }) => key) });

/** Receives the pieces of the file, then answers each request. */
function serve(port: MessagePort, { bytes, timeZone, locale, startsOn, endsOn, said }: WorkerRequest): void {
  const file = Buffer.allocUnsafeSlow(bytes);
  const days = startsOn && endsOn ? { startsOn, endsOn } : null;
  const answers = answersTo(file, { timeZone, locale, days, ...(said ? { said } : {}) });
  const next = (): WorkerMessage => {
    try {
      return answers.next().value as WorkerMessage;
    } catch (error) {
      if (error instanceof ScheduleAsks) return { kind: 'asked', question: error.question };
      if (error instanceof ScheduleRefused) return { kind: 'refused', place: error.place, sentence: error.sentence };
      throw error;
    }
  };
  let end = 0;
  port.on('message', (message: Uint8Array | 'next') => {
    if (message !== 'next') {
      file.set(message, end);
      end += message.length;
      return;
    }
    const answer = next();
    port.postMessage(answer);
    if (answer.kind === 'end' || answer.kind === 'refused' || answer.kind === 'asked') port.close();
  });
}

serve(parentPort!, workerData as WorkerRequest);
