import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { nextTurn, slicesOf } from '../kernel/slices.ts';
import type { Tx } from '../platform/database/database.ts';
import type { SpeakerFields, TalkFields } from '../programme/talk-fields.ts';
import type { ImportedSpeaker } from './import.entity.ts';
import type { OpenQuestion } from './import-questions.ts';
import type { ImportCounts } from './import-report.ts';
import { KnownProgramme } from './known-programme.ts';
import type { KnownTalk } from './known-talk.ts';
import { fingerprintOf, speakerFingerprint, TALK_PARTS, type TalkFingerprint } from './talk-fingerprint.ts';

/** Imports that are kept for each conference, and can be undone. */
export const IMPORTS_KEPT = 10;

export interface FinishedImport {
  conferenceId: string;
  /** Null for the operator's command. */
  actorId: string | null;
  fileName: string;
  counts: ImportCounts;
  /** The programme before. */
  known: readonly KnownTalk[];
  /** Ids of the talks that were added and changed. */
  writtenIds: readonly string[];
  /** The questions that were open before. */
  questions: readonly OpenQuestion[];
}

interface NewTalkRecord {
  talk_id: string;
  before: TalkFields | null;
  after: TalkFingerprint;
}

/** Keeps what an import changed, so that it can be undone: each talk as it was, and a fingerprint of what came. */
@Injectable()
export class RecordImport {
  constructor(
    private readonly knownProgramme: KnownProgramme,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction of the import, after its writes. Returns the import's id; null when nothing differs. Forgets
   * the conference's imports but the last ten.
   */
  async record(tx: Tx, finished: FinishedImport): Promise<string | null> {
    const { conferenceId, actorId, fileName, counts, known, writtenIds, questions } = finished;
    if (writtenIds.length === 0) return null;
    const stored = await this.knownProgramme.talks(conferenceId, { ids: writtenIds, source: tx });
    const talks = await differingTalks(known, stored);
    const speakers = differingSpeakers(known, stored);
    if (talks.length === 0 && speakers.length === 0) return null;
    const now = this.clock.now();
    const id = timedId(now);
    await tx.query(
      `insert into imports (
         id, conference_id, account_id, file_name, at, added, changed, moved, cancelled, unchanged, speakers, questions
       )
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        conferenceId,
        actorId,
        fileName,
        now,
        counts.added,
        counts.changed,
        counts.moved,
        counts.cancelled,
        counts.unchanged,
        JSON.stringify(speakers),
        JSON.stringify(questions),
      ],
    );
    for (const slice of slicesOf(talks, ({ before }) => before?.abstractHtml.length ?? 0)) {
      await tx.query(
        `insert into import_talks (import_id, talk_id, before, after)
         select $1, talk_id, before, after
         from jsonb_to_recordset($2::jsonb) as r(talk_id uuid, before jsonb, after jsonb)`,
        [id, JSON.stringify(slice)],
      );
      await nextTurn();
    }
    await tx.query(
      `delete from imports
       where conference_id = $1
         and id in (select id from imports where conference_id = $1 order by at desc, id desc offset ${IMPORTS_KEPT})`,
      [conferenceId],
    );
    return id;
  }
}

async function differingTalks(known: readonly KnownTalk[], stored: readonly KnownTalk[]): Promise<NewTalkRecord[]> {
  const before = new Map(known.map((talk) => [talk.id, talk]));
  const found: NewTalkRecord[] = [];
  for (const slice of slicesOf(stored, ({ abstractHtml }) => abstractHtml.length)) {
    found.push(...slice.flatMap((talk) => recordOf(before.get(talk.id), talk) ?? []));
    await nextTurn();
  }
  return found;
}

function recordOf(old: KnownTalk | undefined, talk: KnownTalk): NewTalkRecord | null {
  const after = fingerprintOf(talk);
  if (!old) return { talk_id: talk.id, before: null, after };
  const was = fingerprintOf(old);
  const isSame = TALK_PARTS.every((part) => was[part] === after[part]);
  return isSame ? null : { talk_id: talk.id, before: fieldsOf(old), after };
}

function differingSpeakers(known: readonly KnownTalk[], stored: readonly KnownTalk[]): ImportedSpeaker[] {
  const before = speakersOf(known);
  return [...speakersOf(stored).values()].flatMap((speaker) => {
    const old = before.get(speaker.key) ?? null;
    const after = speakerFingerprint(speaker);
    return old && speakerFingerprint(old) === after ? [] : [{ key: speaker.key, before: old, after }];
  });
}

const speakersOf = (talks: readonly KnownTalk[]): Map<string, SpeakerFields> =>
  new Map(talks.flatMap(({ speakers }) => speakers).map((speaker) => [speaker.key, speaker]));

/** The fields of a talk that an import may change, and nothing else of its row. */
const fieldsOf = (talk: KnownTalk): TalkFields => ({
  guid: talk.guid,
  slug: talk.slug,
  title: talk.title,
  subtitle: talk.subtitle,
  abstractHtml: talk.abstractHtml,
  language: talk.language,
  track: talk.track,
  room: talk.room,
  startsAt: talk.startsAt,
  durationMinutes: talk.durationMinutes,
  status: talk.status,
  url: talk.url,
  sourceCode: talk.sourceCode,
  sourceId: talk.sourceId,
  doNotRecord: talk.doNotRecord,
  recordingLicense: talk.recordingLicense,
  links: talk.links,
  attachments: talk.attachments,
  slots: talk.slots,
  speakers: talk.speakers,
});
