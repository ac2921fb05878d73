import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readlink, rename, rm, stat, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';

/** Most builds kept: the present one, and those that servers may still run from. */
const KEPT = 5;
/** Age from which the folder of an interrupted build is removed, in milliseconds. */
const ABANDONED_MS = 60 * 60 * 1000;
const UNFINISHED = 'unfinished-';

/**
 * Keeps builds in folders named by their sources, and a link to the present one. A folder is renamed once it is
 * complete, and the link changes by one rename, so that a running server keeps the build it was started from.
 */
export class Builds {
  constructor({ folder, link }) {
    this.folder = folder;
    this.link = link;
  }

  /** Makes the build of this name unless it exists, and links to it; returns whether it was made. */
  async use(name, make) {
    await mkdir(this.folder, { recursive: true });
    const place = path.join(this.folder, name);
    const isMissing = (await stat(place).catch(() => null)) === null;
    if (isMissing) await this.#make(place, make);
    const now = new Date();
    await utimes(place, now, now);
    await this.#pointAt(place);
    await this.#removeOldest();
    return isMissing;
  }

  async #make(place, make) {
    const unfinished = path.join(this.folder, UNFINISHED + randomBytes(6).toString('hex'));
    await mkdir(unfinished);
    try {
      await make(unfinished);
      await rename(unfinished, place);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      // Another process has made the same build meanwhile.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    }
  }

  async #pointAt(place) {
    const target = path.relative(path.dirname(this.link), place);
    const found = await lstat(this.link).catch(() => null);
    if (found?.isSymbolicLink() && (await readlink(this.link)) === target) return;
    // Earlier versions built into the folder itself.
    if (found && !found.isSymbolicLink())
      await rename(this.link, path.join(this.folder, `earlier-${randomBytes(6).toString('hex')}`));
    const link = `${this.link}.${randomBytes(6).toString('hex')}`;
    await symlink(target, link);
    await rename(link, this.link);
  }

  async #removeOldest() {
    const builds = [];
    for (const name of await readdir(this.folder)) {
      const found = await stat(path.join(this.folder, name)).catch(() => null);
      if (found) builds.push({ name, builtAt: found.mtimeMs });
    }
    const isUnfinished = ({ name }) => name.startsWith(UNFINISHED);
    const finished = builds.filter((build) => !isUnfinished(build)).toSorted((a, b) => b.builtAt - a.builtAt);
    const abandoned = builds.filter((build) => isUnfinished(build) && build.builtAt < Date.now() - ABANDONED_MS);
    for (const { name } of [...finished.slice(KEPT), ...abandoned])
      await rm(path.join(this.folder, name), { recursive: true, force: true });
  }
}
