import { addressesBesideHandles } from '../kernel/handles.ts';
import { normaliseText } from '../kernel/text.ts';
import { renderAbstract, type SourceText } from '../platform/markup/abstract.ts';
import type { SpeakerFields, TalkFields } from '../programme/talk-fields.ts';
import { keyOfGuid } from '../programme/slot-keys.ts';
import type { ParsedLink, ParsedTalk } from './parsing/parsed-schedule.ts';

/** A talk of a file, made safe. */
export interface ImportedTalk extends TalkFields {
  /** Whether the title may say that the talk is cancelled; the organizer decides. */
  isPerhapsCancelled: boolean;
}

/**
 * Turns parsed talks into stored form: safe HTML, masked addresses, the first slot on the talk itself. A speaker is one
 * object, with the first name and the first biography that says something, since files repeat them.
 */
export function toProgramme(talks: readonly ParsedTalk[]): ImportedTalk[] {
  const speakers = speakersOf(talks);
  return talks.map((parsed) => {
    const first = parsed.slots[0]!;
    return {
      guid: parsed.guid,
      slug: parsed.slug,
      title: publicText(parsed.title),
      subtitle: publicText(parsed.subtitle),
      abstractHtml: parsed.abstract.map(safeHtml).filter(Boolean).join('\n'),
      language: parsed.language,
      track: publicText(parsed.track),
      room: publicText(first.room),
      startsAt: first.startsAt,
      durationMinutes: first.durationMinutes,
      status: parsed.cancelled ? 'cancelled' : 'confirmed',
      url: parsed.url,
      sourceCode: parsed.code,
      sourceId: parsed.id,
      doNotRecord: parsed.doNotRecord,
      recordingLicense: publicText(parsed.recordingLicense),
      links: parsed.links.map(maskedLink),
      attachments: parsed.attachments.map(maskedLink),
      isPerhapsCancelled: parsed.isPerhapsCancelled,
      slots: parsed.slots.map(({ guid, ...slot }) => ({
        ...slot,
        room: publicText(slot.room),
        key: guid === '' ? '' : keyOfGuid(guid),
      })),
      speakers: parsed.speakers.map(({ key }) => speakers.get(publicText(key))!),
    };
  });
}

function speakersOf(talks: readonly ParsedTalk[]): Map<string, SpeakerFields> {
  const speakers = new Map<string, SpeakerFields>();
  const bios = new Map<SourceText, string>();
  const bioOf = (bio: SourceText): string => {
    const html = bios.get(bio) ?? safeHtml(bio);
    bios.set(bio, html);
    return html;
  };
  for (const { key, name, bio } of talks.flatMap((talk) => talk.speakers)) {
    const normal = publicText(key);
    const known = speakers.get(normal);
    if (!known) speakers.set(normal, { key: normal, name: publicText(name), bioHtml: bioOf(bio) });
    else if (known.bioHtml === '') known.bioHtml = bioOf(bio);
  }
  return speakers;
}

/** A published text of a programme: e-mail addresses masked, handles of the Fediverse kept. */
export const publicText = (raw: string): string => normaliseText(raw, addressesBesideHandles);

const maskedLink = ({ title, url, kind }: ParsedLink): ParsedLink => ({
  title: publicText(title),
  url,
  kind: publicText(kind),
});

const safeHtml = (source: SourceText): string => renderAbstract({ ...source, text: publicText(source.text) });
