import { createHash } from 'node:crypto';
import { versionOutdated } from './common.problems.ts';

const LENGTH = 12;

/** Names a state of what can be edited of a thing: equal parts, equal names. No dot is in it. */
export const versionOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, LENGTH);

/** The versions of a thing that an edit is meant for. Checked inside the write, under the lock of the thing. */
export class Precondition {
  /** Whatever is there. */
  static readonly none = new Precondition(null);

  /** `*` among the versions is any; null is no condition. */
  constructor(private readonly versions: readonly string[] | null) {}

  /** Throws version-outdated unless the thing is in a version that was meant. */
  demand(current: string): void {
    if (this.versions === null || this.versions.includes('*') || this.versions.includes(current)) return;
    throw versionOutdated();
  }
}
