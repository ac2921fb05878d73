import { Injectable } from '@nestjs/common';
import { isSameVersion, type VersionLabel } from '../../transcript/version-label.ts';
import { ThreadVersions } from '../../transcript/thread-versions.ts';

/** Most addresses whose pictures are known; the oldest go first. */
const KNOWN_AT_MOST = 5_000;

/** A picture by the hash of what it shows, with the label of the thread it was read from. */
export interface NamedPicture {
  versionLabel: VersionLabel;
  name: string;
}

/**
 * Knows which picture the address of a thread has while the thread's label is unchanged, so that 304 needs neither
 * title nor conference nor talk.
 */
@Injectable()
export class PictureNames {
  private readonly known = new Map<string, NamedPicture>();

  constructor(private readonly threadVersions: ThreadVersions) {}

  /** Null when it is unknown. */
  async find(address: string): Promise<NamedPicture | null> {
    const known = this.known.get(address);
    if (!known) return null;
    // A deleted thread may have left its address to another one, which is looked up then.
    const versionLabel = await this.threadVersions.get(known.versionLabel.threadId).catch(() => null);
    return versionLabel && isSameVersion(versionLabel, known.versionLabel) ? known : null;
  }

  /** Stores the name that `read` returns. The label is read first, so that the rest may be newer, never older. */
  async learn<T extends { name: string }>(
    address: string,
    threadId: string,
    read: () => Promise<T>,
  ): Promise<T & { versionLabel: VersionLabel }> {
    const versionLabel = await this.threadVersions.fresh(threadId);
    const brought = await read();
    this.known.delete(address);
    this.known.set(address, { versionLabel, name: brought.name });
    if (this.known.size > KNOWN_AT_MOST) this.known.delete(this.known.keys().next().value!);
    return { ...brought, versionLabel };
  }
}
