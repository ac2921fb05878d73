import { Injectable } from '@nestjs/common';
import { InFlight } from '../kernel/in-flight.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import { Database } from '../platform/database/database.ts';
import { ConferenceVersions } from './conference-versions.ts';

/**
 * Bytes of words kept, roughly; those of the conference that was searched longest ago go first. A large one has 5 MB.
 */
const KEPT_BYTES = 24 * 1024 * 1024;
const BYTES_A_LETTER = 2;

interface TalkText {
  id: string;
  text: string;
}
interface Words {
  edition: string;
  talks: readonly TalkText[];
  bytes: number;
}

/**
 * Titles and abstracts of whole programmes in lower case, read once an edition: finding a talk by its words in the
 * database took most of 100 ms of a core for 1,500 talks, each time.
 */
@Injectable()
export class TalkWords {
  /** In the order of their last use. */
  private readonly kept = new Map<string, Words>();
  private readonly reading = new InFlight<Words>();

  constructor(
    private readonly database: Database,
    private readonly versions: ConferenceVersions,
  ) {}

  /** The ids of the talks whose title or abstract holds `words`, in no order. Throws not-found. */
  async matching(conferenceId: string, words: string): Promise<string[]> {
    const sought = words.toLowerCase();
    const { talks } = await this.wordsOf(conferenceId);
    return talks.filter(({ text }) => text.includes(sought)).map(({ id }) => id);
  }

  private async wordsOf(conferenceId: string): Promise<Words> {
    const { programme: edition } = await this.versions.get(conferenceId, { showsWords: false });
    const kept = this.kept.get(conferenceId);
    if (kept?.edition !== edition)
      return this.reading.ask(`${conferenceId} ${edition}`, () => this.read(conferenceId, edition));
    this.keep(conferenceId, kept);
    return kept;
  }

  private async read(conferenceId: string, edition: string): Promise<Words> {
    const rows = await this.database.read<{ id: string; title: string; abstractHtml: string }>(
      'select id, title, abstract_html "abstractHtml" from talks where conference_id = $1',
      [conferenceId],
    );
    const talks = await mapInSlices(rows, ({ id, title, abstractHtml }) => ({
      id,
      text: `${title}\n${abstractHtml}`.toLowerCase(),
    }));
    const words = { edition, talks, bytes: talks.reduce((sum, { text }) => sum + BYTES_A_LETTER * text.length, 0) };
    this.keep(conferenceId, words);
    return words;
  }

  private keep(conferenceId: string, words: Words): void {
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
