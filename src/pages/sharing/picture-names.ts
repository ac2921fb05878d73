import { Injectable } from '@nestjs/common';
import { sameLabel, type Label } from '../../transcript/label.ts';
import { ThreadVersions } from '../../transcript/thread-versions.ts';

/** Most addresses whose pictures are remembered; what was learnt first goes first. */
const KNOWN_AT_MOST = 5_000;

/** A picture by the hash of what it shows, and the version of the thread it was learnt from. */
export interface NamedPicture {
  label: Label;
  name: string;
}

/**
 * Which picture the address of a thread shows, known while the thread is the version it was learnt from: the title, the
 * conference and the talk need not be read to say that a picture has not changed.
 */
@Injectable()
export class PictureNames {
  private readonly known = new Map<string, NamedPicture>();

  constructor(private readonly threadVersions: ThreadVersions) {}

  /** Null when it has to be learnt. */
  async find(address: string): Promise<NamedPicture | null> {
    const known = this.known.get(address);
    if (!known) return null;
    // A thread that is gone may have left its address to another one, which is looked up then.
    const label = await this.threadVersions.get(known.label.threadId).catch(() => null);
    return label && sameLabel(label, known.label) ? known : null;
  }

  /**
   * Keeps the name that `read` brings. The version is asked for first: what is read may be newer than it, never older.
   */
  async learn<T extends { name: string }>(
    address: string,
    threadId: string,
    read: () => Promise<T>,
  ): Promise<T & { label: Label }> {
    const label = await this.threadVersions.fresh(threadId);
    const brought = await read();
    this.known.delete(address);
    this.known.set(address, { label, name: brought.name });
    if (this.known.size > KNOWN_AT_MOST) this.known.delete(this.known.keys().next().value!);
    return { ...brought, label };
  }
}
