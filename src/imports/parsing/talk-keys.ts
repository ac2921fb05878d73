import type { ParsedTalk } from './parsed-schedule.ts';
import type { RawEvent } from './raw-schedule.ts';

/** The talks under one key: which of them a title or a person belongs to, so that none has to be looked through. */
interface SameKey {
  titles: Map<string, number>;
  names: Map<string, number>;
  next: number;
}

/** guid, then code, then id, then url; marked by kind, so that an id never meets a code. */
export function keyOf({ guid, code, id, url, title, day }: RawEvent): string {
  if (guid !== '') return guid.slice(0, 200);
  if (code !== '') return `code:${code.slice(0, 190)}`;
  if (id !== '') return `id:${id.slice(0, 190)}`;
  return url !== '' ? `url:${url.slice(0, 190)}` : `title:${day} ${title.slice(0, 170)}`;
}

/**
 * The talks found so far by their keys. A key met again is the same talk at another time, unless neither its title nor
 * any person is the same.
 */
export class TalkKeys {
  private readonly talks = new Map<string, ParsedTalk>();
  private readonly sharing = new Map<string, SameKey>();

  /** The talk this event is of, or the key that is free for it; `isClash` when another talk has the one it brought. */
  find(event: RawEvent): { known: ParsedTalk } | { key: string; isClash: boolean } {
    const wanted = keyOf(event);
    const first = this.talks.get(wanted);
    if (!first) return { key: wanted, isClash: false };
    const same = this.sharingOf(wanted, first);
    const numbers = [same.titles.get(event.title), ...event.persons.map(({ name }) => same.names.get(name))].filter(
      (number) => number !== undefined,
    );
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
  }

  all(): ParsedTalk[] {
    return [...this.talks.values()];
  }

  private sharingOf(key: string, first: ParsedTalk): SameKey {
    let same = this.sharing.get(key);
    if (!same) {
      same = { titles: new Map(), names: new Map(), next: 2 };
      note(same, first, 1);
      this.sharing.set(key, same);
    }
    return same;
  }
}

const numbered = (key: string, number: number): string => (number === 1 ? key : `${key}#${number}`);

/** The first talk of a title or a name is the one that is found. */
function note({ titles, names }: SameKey, { title, speakers }: ParsedTalk, number: number): void {
  if (!titles.has(title)) titles.set(title, number);
  for (const { name } of speakers) if (!names.has(name)) names.set(name, number);
}
