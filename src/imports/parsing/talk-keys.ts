import type { ParsedTalk } from './parsed-schedule.ts';
import type { RawEvent } from './raw-schedule.ts';

/** The talks under one key, indexed by title and person, so that none has to be searched. */
interface TalksOfKey {
  titles: Map<string, number>;
  persons: Map<string, number>;
  next: number;
}

/** guid, then code, then id, then url; marked by kind, so that an id never equals a code. */
export function keyOf({ guid, code, id, url, title, day }: RawEvent): string {
  if (guid !== '') return guid.slice(0, 200);
  if (code !== '') return `code:${code.slice(0, 190)}`;
  if (id !== '') return `id:${id.slice(0, 190)}`;
  return url !== '' ? `url:${url.slice(0, 190)}` : `title:${day.slice(0, 10)} ${title.slice(0, 170)}`;
}

/**
 * The talks found so far, by key. A repeated key is the same talk at another time, unless neither the title nor a
 * person is the same. So is a code (pretalx gives each slot of a talk a guid of its own, and all of them one code).
 */
export class TalkKeys {
  private readonly talks = new Map<string, ParsedTalk>();
  private readonly sharing = new Map<string, TalksOfKey>();
  private readonly byCode = new Map<string, Map<string, ParsedTalk>>();

  /** The talk of this event, or the free key for it; `isClash` when another talk has the key it came with. */
  find(event: RawEvent): { known: ParsedTalk } | { key: string; isClash: boolean } {
    const wanted = keyOf(event);
    const first = this.talks.get(wanted);
    if (!first) {
      const known = this.findByCode(event);
      return known ? { known } : { key: wanted, isClash: false };
    }
    const same = this.sharingOf(wanted, first);
    const numbers = [
      same.titles.get(event.title),
      ...personsOf(event).map((person) => same.persons.get(person)),
    ].filter((number) => number !== undefined);
    if (numbers.length > 0)
      return {
        known: this.talks.get(
          numbered(
            wanted,
            numbers.reduce((a, b) => Math.min(a, b)),
          ),
        )!,
      };
    while (this.talks.has(numbered(wanted, same.next))) same.next += 1;
    return { key: numbered(wanted, same.next), isClash: true };
  }

  add(wanted: string, key: string, talk: ParsedTalk): void {
    this.talks.set(key, talk);
    const same = this.sharing.get(wanted);
    if (same) note(same, talk, same.next);
    if (talk.code !== '') {
      const signs = this.byCode.get(talk.code) ?? new Map<string, ParsedTalk>();
      this.byCode.set(talk.code, signs);
      for (const sign of signsOf(talk)) if (!signs.has(sign)) signs.set(sign, talk);
    }
  }

  all(): ParsedTalk[] {
    return [...this.talks.values()];
  }

  private findByCode(event: RawEvent): ParsedTalk | undefined {
    const signs = event.code === '' ? undefined : this.byCode.get(event.code);
    if (!signs) return undefined;
    const known = [`title:${event.title}`, ...personsOf(event)].find((sign) => signs.has(sign));
    return known === undefined ? undefined : signs.get(known);
  }

  private sharingOf(key: string, first: ParsedTalk): TalksOfKey {
    let same = this.sharing.get(key);
    if (!same) {
      same = { titles: new Map(), persons: new Map(), next: 2 };
      note(same, first, 1);
      this.sharing.set(key, same);
    }
    return same;
  }
}

const numbered = (key: string, number: number): string => (number === 1 ? key : `${key}#${number}`);

/** A person by the id in the source, then by name. */
const personsOf = ({ persons }: RawEvent): string[] =>
  persons.flatMap(({ id, name }) => signsOfPerson({ sourceId: id, name }));

const signsOfPerson = ({ sourceId, name }: { sourceId: string; name: string }): string[] =>
  [sourceId && `id:${sourceId}`, name && `name:${name}`].filter(Boolean);

const signsOf = ({ title, speakers }: ParsedTalk): string[] => [`title:${title}`, ...speakers.flatMap(signsOfPerson)];

/** The first talk with a title or a person is the one that is found. */
function note({ titles, persons }: TalksOfKey, { title, speakers }: ParsedTalk, number: number): void {
  if (!titles.has(title)) titles.set(title, number);
  for (const sign of speakers.flatMap(signsOfPerson)) if (!persons.has(sign)) persons.set(sign, number);
}
