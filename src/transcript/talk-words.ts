import { Injectable } from '@nestjs/common';
import { wordsOfHtml } from '../kernel/html-words.ts';
import { SingleFlight } from '../kernel/single-flight.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import { foldedWords } from '../kernel/search-words.ts';
import { Database } from '../platform/database/database.ts';
import { ConferenceVersions } from './conference-versions.ts';

/** Cached words, about so many bytes; the least recently searched conference goes first. A large one has 5 MB. */
const KEPT_BYTES = 24 * 1024 * 1024;
const BYTES_A_LETTER = 2;

interface TalkText {
  id: string;
  text: string;
  speakers: string;
}
interface TalkWordsRow {
  id: string;
  title: string;
  subtitle: string;
  abstractHtml: string;
  names: string[];
}

interface ConferenceTalks {
  edition: string;
  talks: readonly TalkText[];
  bytes: number;
}

/**
 * Caches the folded words of whole programmes (titles, abstracts, speakers' names), read once an edition. Searching
 * 1,500 talks in the database took most of 100 ms of a core each time.
 */
@Injectable()
export class TalkWords {
  /** In the order of last use. */
  private readonly kept = new Map<string, ConferenceTalks>();
  private readonly reading = new SingleFlight<ConferenceTalks>();

  constructor(
    private readonly database: Database,
    private readonly conferenceVersions: ConferenceVersions,
  ) {}

  /**
   * The ids of talks that hold all sought words, also as parts of words, in no order: `q` anywhere in a talk, `speaker`
   * in its speakers' names. A query without words finds nothing. Throws `not-found`.
   */
  async matching(
    conferenceId: string,
    asked: { q?: string | undefined; speaker?: string | undefined },
  ): Promise<string[]> {
    const [anywhere, named] = [asked.q, asked.speaker].map((typed) => typed && foldedWords(typed).split(' '));
    const { talks } = await this.wordsOf(conferenceId);
    return talks.filter(({ text, speakers }) => holds(text, anywhere) && holds(speakers, named)).map(({ id }) => id);
  }

  private async wordsOf(conferenceId: string): Promise<ConferenceTalks> {
    const { programme: edition } = await this.conferenceVersions.get(conferenceId, { showsWords: false });
    const kept = this.kept.get(conferenceId);
    if (kept?.edition !== edition)
      return this.reading.ask(`${conferenceId} ${edition}`, () => this.read(conferenceId, edition));
    this.keep(conferenceId, kept);
    return kept;
  }

  private async read(conferenceId: string, edition: string): Promise<ConferenceTalks> {
    const rows = await this.database.read<TalkWordsRow>(
      `select t.id, t.title, t.subtitle, t.abstract_html "abstractHtml", array(
         select s.name from talk_speakers ts
         join speakers s on s.id = ts.speaker_id
         where ts.talk_id = t.id
       ) names
       from talks t
       where t.conference_id = $1`,
      [conferenceId],
    );
    const talks = await mapInSlices(rows, ({ id, title, subtitle, abstractHtml, names }) => ({
      id,
      text: foldedWords([title, subtitle, wordsOfHtml(abstractHtml), ...names].join('\n')),
      speakers: foldedWords(names.join('\n')),
    }));
    const letters = talks.reduce((sum, { text, speakers }) => sum + text.length + speakers.length, 0);
    const words = { edition, talks, bytes: BYTES_A_LETTER * letters };
    this.keep(conferenceId, words);
    return words;
  }

  private keep(conferenceId: string, words: ConferenceTalks): void {
    this.kept.delete(conferenceId);
    this.kept.set(conferenceId, words);
    let bytes = [...this.kept.values()].reduce((sum, each) => sum + each.bytes, 0);
    for (const [oldest, each] of this.kept) {
      if (bytes <= KEPT_BYTES || oldest === conferenceId) return;
      this.kept.delete(oldest);
      bytes -= each.bytes;
    }
  }
}

const holds = (text: string, words: readonly string[] | '' | undefined): boolean =>
  words === undefined || words === '' || words.every((word) => word !== '' && text.includes(word));
