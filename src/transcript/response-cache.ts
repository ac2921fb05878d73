import { Injectable } from '@nestjs/common';
import { AnswerStore, type AnswerVersion } from '../platform/http/answer-store.ts';
import type { CachedAnswer } from '../platform/http/cached-answers.ts';
import { isSameVersion, type VersionLabel } from './version-label.ts';
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
  getOrCreate(key: string, versionLabel: VersionLabel, make: () => CachedAnswer): CachedAnswer {
    const version = new ThreadAnswerVersion(versionLabel, this.threadVersions);
    const old = this.answerStore.get(key);
    if (old?.version.name === version.name) return old.answer;
    const answer = make();
    this.answerStore.put(key, version, answer);
    return answer;
  }
}

/** Current as long as the thread's confirmed label is this one. */
class ThreadAnswerVersion implements AnswerVersion {
  readonly name: string;

  constructor(
    private readonly versionLabel: VersionLabel,
    private readonly threadVersions: ThreadVersions,
  ) {
    const { threadId, conferenceEdition, talkEdition, seq } = versionLabel;
    this.name = `${threadId}.${conferenceEdition}.${talkEdition}.${seq}`;
  }

  isCurrent(): boolean | null {
    const confirmed = this.threadVersions.confirmed(this.versionLabel.threadId);
    return confirmed && isSameVersion(confirmed, this.versionLabel);
  }
}
