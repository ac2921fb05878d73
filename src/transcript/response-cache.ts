import { Injectable } from '@nestjs/common';
import { AnswerStore, type Version } from '../platform/http/answer-store.ts';
import type { CachedAnswer } from '../platform/http/cached-answers.ts';
import { sameLabel, type Label } from './label.ts';
import { ThreadVersions } from './thread-versions.ts';

/**
 * Caches public answers about threads as bytes: JSON here, HTML for the pages module. An answer is sent only while its
 * label is the confirmed one, so that a hidden comment disappears within the second in which labels are confirmed.
 */
@Injectable()
export class ResponseCache {
  constructor(
    private readonly answerStore: AnswerStore,
    private readonly threadVersions: ThreadVersions,
  ) {}

  find(key: string): CachedAnswer | null {
    const found = this.answerStore.get(key);
    if (!found) return null;
    const isCurrent = found.version.isCurrent();
    if (isCurrent === null) return null;
    if (!isCurrent) {
      this.answerStore.drop(key);
      return null;
    }
    this.answerStore.use(key, found);
    return found.answer;
  }

  /** The answer for this label, from the cache or made now. */
  getOrCreate(key: string, label: Label, make: () => CachedAnswer): CachedAnswer {
    const version = new ThreadVersion(label, this.threadVersions);
    const old = this.answerStore.get(key);
    if (old?.version.name === version.name) return old.answer;
    const answer = make();
    this.answerStore.put(key, version, answer);
    return answer;
  }
}

/** Current as long as the thread's confirmed label is this one. */
class ThreadVersion implements Version {
  readonly name: string;

  constructor(
    private readonly label: Label,
    private readonly threadVersions: ThreadVersions,
  ) {
    const { threadId, conferenceEdition, talkEdition, seq } = label;
    this.name = `${threadId}.${conferenceEdition}.${talkEdition}.${seq}`;
  }

  isCurrent(): boolean | null {
    const confirmed = this.threadVersions.confirmed(this.label.threadId);
    return confirmed && sameLabel(confirmed, this.label);
  }
}
