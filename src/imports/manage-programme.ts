import { Injectable } from '@nestjs/common';
import { invalidRequest } from '../kernel/common.problems.ts';
import { addressesBesideHandles } from '../kernel/handles.ts';
import { blindId } from '../kernel/ids.ts';
import { Precondition } from '../kernel/precondition.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { renderMarkdown } from '../platform/markup/markdown.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries, type TalkWithSpeakers } from '../programme/programme.queries.ts';
import type { TalkLinkRequest } from '../programme/talk-links.requests.ts';
import type { TalkLink } from '../programme/talk.entity.ts';
import { withKeys } from '../programme/slot-keys.ts';
import { talkVersion } from '../programme/talk.view.ts';
import { WriteConference, type ConferenceFields } from '../programme/write-conference.ts';
import type { TalkFields } from '../programme/talk-fields.ts';
import { WriteTalks } from '../programme/write-talks.ts';
import type { FollowProgress } from '../threads/due-thread-updates.ts';
import { FollowProgramme } from '../threads/follow-programme.ts';
import { OpenThreads } from '../threads/open-threads.ts';
import type { ConferenceChangeRequest, ConferenceRequest, ThreadRequest } from '../programme/programme.requests.ts';
import type { TalkChangeRequest, TalkRequest, TalkSpeakerRequest } from '../programme/talk.requests.ts';

/** Writes conferences, talks and free threads that an organizer types instead of importing them. */
@Injectable()
export class ManageProgramme {
  // A change by hand writes conference, talks and threads in one transaction, and threads follow it.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly writeConference: WriteConference,
    private readonly writeTalks: WriteTalks,
    private readonly openThreads: OpenThreads,
    private readonly followProgramme: FollowProgramme,
  ) {}

  createConference(asked: ConferenceRequest): Promise<Conference> {
    refuseBackwards(asked.startsOn, asked.endsOn);
    return this.writeConference.create(fieldsOf(asked) as ConferenceFields);
  }

  /** Throws `not-found`, `invalid-request`, `version-outdated`, `slug-taken`. */
  async changeConference(
    idOrSlug: string,
    asked: ConferenceChangeRequest,
    precondition = Precondition.none,
  ): Promise<Conference> {
    const old = await this.programmeQueries.getConference(idOrSlug);
    refuseBackwards(asked.startsOn ?? old.startsOn, asked.endsOn ?? old.endsOn);
    const conference = await this.database.transaction(async (tx) => {
      const changed = await this.writeConference.changeIn(tx, old.id, fieldsOf(asked), precondition);
      // Threads show their conference's screening and slow mode, so each takes a number.
      if (showsInThreads(asked.settings)) await this.followProgramme.announce(tx, changed.id);
      return changed;
    });
    await this.followProgramme.conference(conference.id);
    return conference;
  }

  /** Counts the threads that a change of the conference has still to reach. Throws `not-found`. */
  async progress(idOrSlug: string): Promise<FollowProgress> {
    return this.followProgramme.progressIn((await this.programmeQueries.getConference(idOrSlug)).id);
  }

  /** Throws `not-found`, and `slug-taken` when another thread takes the slug at the same moment. */
  async openThread(idOrSlug: string, { slug, title }: ThreadRequest): Promise<string> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const [id] = await this.database.transaction((tx) =>
      this.openThreads.open(tx, conference, [{ slug, title, talk: null }]),
    );
    return id!;
  }

  /** Throws `not-found`, `slug-taken`, `talk-guid-taken`. */
  async createTalk(idOrSlug: string, asked: TalkRequest): Promise<TalkWithSpeakers> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const fields = talkFields(
      {
        guid: blindId(),
        slug: asked.slug,
        title: asked.title,
        subtitle: '',
        abstractHtml: '',
        language: '',
        track: '',
        room: '',
        startsAt: null,
        durationMinutes: 0,
        status: 'confirmed',
        url: null,
        sourceCode: '',
        sourceId: '',
        doNotRecord: false,
        recordingLicense: '',
        links: [],
        attachments: [],
        slots: [],
        speakers: [],
      },
      asked,
    );
    const id = await this.database.transaction(async (tx) => {
      const [talk] = await this.writeTalks.insert(tx, conference.id, [fields]);
      await this.openThreads.open(tx, conference, [{ slug: fields.slug, title: fields.title, talk: talk! }]);
      return talk!.id;
    });
    return this.programmeQueries.getTalk(id);
  }

  /**
   * A later import does not overwrite what is changed here. Throws `invalid-request`, `not-found`, `version-outdated`.
   */
  async changeTalk(
    id: string,
    { slug, guid, ...asked }: TalkChangeRequest,
    precondition = Precondition.none,
  ): Promise<TalkWithSpeakers> {
    if (slug !== undefined || guid !== undefined)
      throw invalidRequest([
        { pointer: slug === undefined ? '#/guid' : '#/slug', detail: 'Leave this out: a talk keeps its address.' },
      ]);
    const conferenceId = await this.database.transaction(async (tx) => {
      const talk = await this.programmeQueries.lockTalk(tx, id);
      precondition.demand(talkVersion(talk));
      const keys = await speakerKeys(tx, id);
      const speakers = talk.speakers.map(({ id: speakerId, ...speaker }) => ({
        key: keys.get(speakerId) ?? speakerId,
        ...speaker,
      }));
      const fields = talkFields({ ...talk, slots: await slotsOf(tx, id), speakers }, asked);
      await this.writeTalks.update(tx, talk.conferenceId, [{ id, talk: fields }]);
      await tx.query(
        `update talks
         set edited_fields = (select array(select distinct unnest(edited_fields || $2::text[])))
         where id = $1`,
        [id, Object.keys(asked)],
      );
      return talk.conferenceId;
    });
    await this.followProgramme.conference(conferenceId);
    return this.programmeQueries.getTalk(id);
  }
}

const slotsOf = (tx: Tx, talkId: string): Promise<TalkFields['slots']> =>
  tx.query(
    `select starts_at "startsAt", duration_minutes "durationMinutes", room, key
     from talk_slots
     where talk_id = $1
     order by starts_at`,
    [talkId],
  );

async function speakerKeys(tx: Tx, talkId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; key: string }>(
    'select s.id, s.key from speakers s join talk_speakers t on t.speaker_id = s.id where t.talk_id = $1',
    [talkId],
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

function talkFields(old: TalkFields, asked: Partial<TalkRequest>): TalkFields {
  const { abstract, speakers, startsAt, guid, licence, links, attachments, ...plain } = asked;
  const fields: TalkFields = {
    ...old,
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(guid === undefined ? {} : { guid }),
    ...(abstract === undefined ? {} : { abstractHtml: renderMarkdown(abstract, addressesBesideHandles) }),
    ...(startsAt === undefined ? {} : { startsAt: startsAt === null ? null : new Date(startsAt) }),
    recordingLicense: licence ?? old.recordingLicense,
    links: links?.map(linkOf) ?? old.links,
    attachments: attachments?.map(linkOf) ?? old.attachments,
    speakers: speakers?.map((speaker) => speakerOf(speaker, old.speakers)) ?? old.speakers,
  };
  const timed = startsAt !== undefined || asked.durationMinutes !== undefined || asked.room !== undefined;
  return timed
    ? {
        ...fields,
        slots:
          fields.startsAt === null
            ? []
            : withKeys(old.slots, [
                { startsAt: fields.startsAt, durationMinutes: fields.durationMinutes, room: fields.room, key: '' },
                // The other slots stay unchanged.
                ...old.slots.slice(1),
              ]),
      }
    : fields;
}

const linkOf = ({ title = '', url, kind = '' }: TalkLinkRequest): TalkLink => ({ title, url, kind });

/** A known speaker of that name stays the same, and keeps the biography unless one is given. */
function speakerOf({ name, bio }: TalkSpeakerRequest, known: TalkFields['speakers']): TalkFields['speakers'][number] {
  const same = known.find((speaker) => speaker.name === name);
  const bioHtml = bio === undefined ? same?.bioHtml : renderMarkdown(bio, addressesBesideHandles);
  return { key: same?.key ?? `name:${name.toLowerCase()}`, name, bioHtml: bioHtml ?? '' };
}

function refuseBackwards(startsOn: string, endsOn: string): void {
  if (endsOn < startsOn)
    throw invalidRequest([{ pointer: '#/endsOn', detail: 'Let the conference end on its first day or later.' }]);
}

/** Whether settings change what the API says of a thread; its pages follow the conference's edition. */
const showsInThreads = (settings: ConferenceChangeRequest['settings'] = {}): boolean =>
  Object.entries(settings).some(([name, value]) => name !== 'brand' && value !== undefined);

/** Without fields that were left out, which stay unchanged. */
function fieldsOf(asked: ConferenceChangeRequest): Partial<ConferenceFields> {
  const given = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  ) as Partial<ConferenceFields>;
  return asked.settings === undefined
    ? given
    : {
        ...given,
        settings: Object.fromEntries(
          Object.entries(asked.settings).filter(([, value]) => value !== undefined),
        ) as NonNullable<ConferenceFields['settings']>,
      };
}
