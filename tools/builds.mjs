import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readlink, rename, rm, stat, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';

/** How many builds are kept: the present one, and those that servers may still run from. */
const KEPT = 5;
/** A folder whose build was broken off is removed after this time, in milliseconds. */
const ABANDONED_MS = 60 * 60 * 1000;
const UNFINISHED = 'unfinished-';

/**
 * Keeps builds in folders of their own, named by what they were made from, and a link to the present one. A folder gets
 * its name once all of it is there, and the link changes by one rename: there is a whole build at every moment, and a
 * server goes on reading the one that it was started from.
 */
export class Builds {
  constructor({ folder, link }) {
    this.folder = folder;
    this.link = link;
  }

  /** Makes the build of this name unless it is there, and the present one of it; answers whether it was made. */
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
      // Another process has built the same meanwhile.
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
    const link = `${this.link}.${process.pid}`;
    await rm(link, { force: true });
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
