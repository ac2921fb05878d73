import { Injectable } from '@nestjs/common';
import { SingleFlight } from '../kernel/single-flight.ts';
import { bytesInSlices } from '../kernel/in-slices.ts';
import { AnswerStore, type AnswerVersion } from '../platform/http/answer-store.ts';
import type { CachedAnswer } from '../platform/http/cached-answers.ts';
import { etagOfHash, sendStored } from '../platform/http/send-stored.ts';
import type { HttpExchange } from '../platform/http/http-exchange.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ConferenceVersions, type ConferenceVersion } from './conference-versions.ts';

/** Cache for answers to typed queries, in bytes, apart from the others because there is no limit to their number. */
const SEARCHED_BYTES = 8 * 1024 * 1024;

/** Time after which an answer to a typed query is dropped that nobody asked for again, in milliseconds. */
const SEARCH_UNUSED_MS = 30_000;
const LOOK_EVERY_MS = 10_000;

/**
 * The data on which a document depends.
 * - `programme`: the conference and its talks.
 * - `counts`: also how much was posted where, at most a second old.
 * - `words`: also what was posted, never older than the last comment this node knows of.
 */
export type DocumentDependency = 'programme' | 'counts' | 'words';

export interface ConferenceDocument {
  /** Id or slug. */
  conference: string;
  key: string;
  dependsOn: DocumentDependency;
  /** Other dependencies of the bytes, such as the minute; evaluated each time. */
  moment?: (version: ConferenceVersion) => string;
  /** Whether it answers a typed query. */
  isSearched?: boolean;
  /** Called before an unknown document is made; may refuse. */
  mayBuild?: () => Promise<void>;
}

export interface BuiltDocument {
  headers: Record<string, string>;
  /** The text in order; a long one in many pieces, some encoded already. */
  pieces: readonly (string | Buffer)[];
}

/**
 * Caches public documents about a whole conference (calendar, feeds, sitemap, programme pages) as bytes while their
 * version is current. Their ETag is the hash of their bytes, the same on every node.
 */
@Injectable()
export class ConferenceDocuments {
  private readonly searched = new AnswerStore(SEARCHED_BYTES);
  private readonly building = new SingleFlight<CachedAnswer>();

  constructor(
    private readonly answerStore: AnswerStore,
    private readonly conferenceVersions: ConferenceVersions,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'transcript/forget-searches',
      does: 'Frees the memory of answers to searches that nobody has asked for again in half a minute.',
      everyMs: LOOK_EVERY_MS,
      run: async () => this.searched.dropUnused(SEARCH_UNUSED_MS),
    });
  }

  /**
   * The cached document if it is known to be current. Outdated ones stay, so that making them again counts against no
   * limit.
   */
  find(key: string): CachedAnswer | null {
    for (const store of [this.answerStore, this.searched]) {
      const found = store.get(key);
      if (!found?.version.isCurrent()) continue;
      store.use(key, found);
      return found.answer;
    }
    return null;
  }

  /**
   * The current document, made if necessary; simultaneous callers share the making. Throws `not-found`, and what
   * `mayBuild` and `build` throw.
   */
  async get(wanted: ConferenceDocument, build: () => Promise<BuiltDocument>): Promise<CachedAnswer> {
    const version = await this.conferenceVersions.get(wanted.conference, needsOf(wanted));
    const [name, store] = [nameOf(version, wanted), wanted.isSearched ? this.searched : this.answerStore];
    const stored = store.get(wanted.key);
    if (stored?.version.name === name) return stored.answer;
    const isUnderWay = this.building.isAsking(`${name} ${wanted.key}`);
    if (!stored && !isUnderWay) await wanted.mayBuild?.();
    return this.building.ask(`${name} ${wanted.key}`, async () => {
      const { headers, pieces } = await build();
      const { bytes, sha256 } = await bytesInSlices(pieces);
      const answer = { etag: etagOfHash(sha256), headers, body: bytes };
      store.put(wanted.key, new DocumentVersion(name, wanted, this.conferenceVersions), answer);
      return answer;
    });
  }

  /** Sends the current document in a coding the client accepts, or 304. */
  async answer(
    { request, reply }: HttpExchange,
    wanted: ConferenceDocument,
    build: () => Promise<BuiltDocument>,
  ): Promise<void> {
    const answer = await this.get(wanted, build);
    await sendStored({ request, reply }, answer);
  }
}

const needsOf = ({ dependsOn }: Pick<ConferenceDocument, 'dependsOn'>): { showsWords: boolean } => ({
  showsWords: dependsOn === 'words',
});

function nameOf(
  version: ConferenceVersion,
  { dependsOn, moment }: Pick<ConferenceDocument, 'dependsOn' | 'moment'>,
): string {
  const { id, programme, activity } = version;
  return [id, programme, dependsOn === 'programme' ? '' : activity, moment?.(version) ?? ''].join(' ');
}

class DocumentVersion implements AnswerVersion {
  constructor(
    readonly name: string,
    private readonly wanted: Pick<ConferenceDocument, 'conference' | 'dependsOn' | 'moment'>,
    private readonly conferenceVersions: ConferenceVersions,
  ) {}

  isCurrent(): boolean | null {
    const confirmed = this.conferenceVersions.confirmed(this.wanted.conference, needsOf(this.wanted));
    return confirmed && nameOf(confirmed, this.wanted) === this.name;
  }
}
