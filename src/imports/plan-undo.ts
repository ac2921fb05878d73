import { mapInSlices } from '../kernel/in-slices.ts';
import type { SpeakerFields, TalkFields } from '../programme/talk-fields.ts';
import { retiredGuid } from './compare-programme.ts';
import type { ImportedSpeaker } from './import.entity.ts';
import type { KnownTalk } from './known-talk.ts';
import type { ScheduleProblem } from './parsing/parsed-schedule.ts';
import { fieldChanges, type StayReason, type TalkChange } from './report-changes.ts';
import {
  fingerprintOf,
  speakerFingerprint,
  TALK_PARTS,
  withPartsOf,
  type TalkFingerprint,
  type TalkPart,
} from './talk-fingerprint.ts';

/** A talk that the import added or changed. */
export interface RecordedTalk {
  talkId: string;
  /** Null for one that it added. */
  before: TalkFields | null;
  after: TalkFingerprint;
}

export interface UndoFacts {
  talks: readonly RecordedTalk[];
  speakers: readonly ImportedSpeaker[];
  /** The programme now. */
  current: readonly KnownTalk[];
  /** Every stored speaker by key. */
  stored: ReadonlyMap<string, SpeakerFields>;
  /** The reasons why added talks cannot be taken out, by their ids. */
  attached: ReadonlyMap<string, StayReason>;
}

export interface UndoPlan {
  /** Ids of added talks that leave, each with its thread. */
  removed: string[];
  updated: { id: string; talk: TalkFields }[];
  rekeyed: { id: string; guid: string }[];
  /** The change of each talk, those first that change. */
  changes: TalkChange[];
  /** One for everything that stays as it is now. */
  problems: ScheduleProblem[];
}

/**
 * Decides how an import is undone, part by part: what still is as the import left it becomes what it was; what was
 * changed since stays, and is named. An added talk leaves the programme, unless it was changed since; one with
 * comments or roles becomes cancelled, because its thread and address stay. Works in slices, because each talk is
 * compared by hashes of its texts.
 */
export function planUndo(facts: UndoFacts): Promise<UndoPlan> {
  return new UndoPlanning(facts).plan();
}

class UndoPlanning {
  private readonly byId: ReadonlyMap<string, KnownTalk>;
  private readonly results = new Map<string, TalkFields>();
  private readonly removed = new Set<string>();
  private readonly guids = new Map<string, string>();
  private readonly speakers: ReadonlyMap<string, SpeakerFields>;
  private readonly changes: TalkChange[] = [];
  private readonly problems: ScheduleProblem[] = [];

  constructor(private readonly facts: UndoFacts) {
    this.byId = new Map(facts.current.map((talk) => [talk.id, talk]));
    this.speakers = givenBackSpeakers(facts);
  }

  async plan(): Promise<UndoPlan> {
    const { talks, current } = this.facts;
    const recorded = talks.flatMap(({ talkId, ...record }) => {
      const talk = this.byId.get(talkId);
      return talk ? [{ talk, ...record }] : [];
    });
    await mapInSlices(recorded, ({ talk, before, after }) => {
      if (before === null) this.takeOut(talk, after);
    });
    await mapInSlices(recorded, ({ talk, before, after }) => {
      if (before !== null) this.giveBack(talk, before, after);
    });
    const known = new Set(talks.map(({ talkId }) => talkId));
    await mapInSlices(current, (talk) => {
      if (!known.has(talk.id)) this.giveSpeakersBack(talk);
    });
    this.settleGuids();
    return {
      removed: [...this.removed],
      updated: [...this.results].map(([id, talk]) => ({ id, talk })),
      rekeyed: [...this.guids].map(([id, guid]) => ({ id, guid })),
      changes: this.changes.toSorted((a, b) => Number(a.kind === 'unchanged') - Number(b.kind === 'unchanged')),
      problems: this.problems,
    };
  }

  private takeOut(talk: KnownTalk, after: TalkFingerprint): void {
    const changed = partsThatDiffer(fingerprintOf(talk), after);
    const reason = changed.length > 0 ? 'changes' : (this.facts.attached.get(talk.id) ?? null);
    if (reason === null) {
      this.removed.add(talk.id);
      this.note(talk, 'cancelled', { fields: [{ name: 'status', from: talk.status, to: null }] });
      return;
    }
    this.problems.push({ place: placeOf(talk), sentence: STAYS[reason] });
    if (reason === 'changes' || talk.status === 'cancelled') {
      this.note(talk, 'unchanged', { staysBecause: reason });
      return;
    }
    const result = this.resolved({ ...talk, status: 'cancelled' });
    this.results.set(talk.id, result);
    this.note(talk, 'cancelled', { fields: fieldChanges(talk, result), staysBecause: reason });
  }

  private giveBack(talk: KnownTalk, before: TalkFields, after: TalkFingerprint): void {
    const [now, then] = [fingerprintOf(talk), fingerprintOf(before)];
    const restored = TALK_PARTS.filter((part) => then[part] !== after[part] && now[part] === after[part]);
    if (restored.includes('guid')) this.guids.set(talk.id, before.guid);
    const result = this.resolved(withPartsOf(talk, before, restored));
    const fields = fieldChanges(talk, result);
    const kept = fieldChanges(result, before);
    if (restored.length > 0 || fields.length > 0) this.results.set(talk.id, result);
    this.note(talk, kindOf(talk, result, restored, fields.length), { fields, kept });
    const names = kept.map(({ name }) => name).join(', ');
    if (names !== '')
      this.problems.push({
        place: placeOf(talk),
        sentence: `Changed since the import, and left as it is (${names}).`,
      });
  }

  /**
   * Gives each talk its former guid. An added talk that stays gives it up; one that another talk has taken since is
   * not given back.
   */
  private settleGuids(): void {
    const addedIds = new Set(this.facts.talks.flatMap(({ talkId, before }) => (before === null ? [talkId] : [])));
    const staying = this.facts.current.filter(({ id }) => !this.removed.has(id));
    for (let isSettled = false; !isSettled;) {
      const holders = new Map<string, KnownTalk[]>();
      for (const talk of staying) {
        const guid = this.guids.get(talk.id) ?? talk.guid;
        holders.set(guid, [...(holders.get(guid) ?? []), talk]);
      }
      const twice = [...holders.values()].filter((talks) => talks.length > 1);
      isSettled = twice.length === 0;
      for (const talk of twice.flat()) {
        if (addedIds.has(talk.id)) this.guids.set(talk.id, retiredGuid(talk.id));
        else if (this.guids.delete(talk.id))
          this.problems.push({
            place: placeOf(talk),
            sentence: 'Another talk has its former key, so it keeps its own.',
          });
      }
    }
  }

  /** A talk that the import left alone shows a speaker whom it changed. */
  private giveSpeakersBack(talk: KnownTalk): void {
    const result = this.resolved(talk);
    const fields = fieldChanges(talk, result);
    if (fields.length === 0) return;
    this.results.set(talk.id, result);
    this.note(talk, 'changed', { fields });
  }

  private resolved<Talk extends TalkFields>(talk: Talk): Talk {
    return { ...talk, speakers: talk.speakers.map((speaker) => this.speakers.get(speaker.key) ?? speaker) };
  }

  private note(talk: KnownTalk, kind: TalkChange['kind'], more: Partial<TalkChange>): void {
    const { id: talkId, guid, title } = talk;
    this.changes.push({ kind, talkId, guid, title, fields: [], kept: [], staysBecause: null, ...more });
  }
}

/** Every speaker as it is after the undo: those that are as the import left them become what they were. */
function givenBackSpeakers({ speakers, stored }: UndoFacts): Map<string, SpeakerFields> {
  const result = new Map(stored);
  for (const { key, before, after } of speakers) {
    const now = stored.get(key);
    if (before && now && speakerFingerprint(now) === after) result.set(key, before);
  }
  return result;
}

const partsThatDiffer = (a: TalkFingerprint, b: TalkFingerprint): TalkPart[] =>
  TALK_PARTS.filter((part) => a[part] !== b[part]);

function kindOf(talk: KnownTalk, result: TalkFields, parts: readonly TalkPart[], shown: number): TalkChange['kind'] {
  if (parts.length === 0 && shown === 0) return 'unchanged';
  if (talk.status === 'confirmed' && result.status === 'cancelled') return 'cancelled';
  return parts.length === 1 && parts[0] === 'times' ? 'moved' : 'changed';
}

const placeOf = ({ title }: TalkFields): string => `talk "${title}"`;

const STAYS: Readonly<Record<StayReason, string>> = {
  comments: 'It has comments, so it was cancelled, and keeps its discussion and its address.',
  people: 'People have a role, an invitation or a recap there, so it was cancelled, and keeps its discussion.',
  changes: 'It was changed since the import, so it stays in the programme.',
};
