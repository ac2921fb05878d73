import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isArchivePath, MANIFEST, PROGRESS, SIGNATURE } from './archive-format.ts';

/**
 * What an export has done: the versions in which the threads were written, how many comments they had, and the files
 * they became.
 */
export interface Progress {
  conferenceId: string;
  threads: Record<string, WrittenThread>;
}

export interface WrittenThread {
  comments: number;
  label: string;
  files: string[];
  dataFiles: number;
}

/** As `w`, but never through a link that lies where the file is to be. */
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
/** As `a`, for a file that is there, and never through a link. */
const GROWING_FILE = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW;

/** The folder an archive is written to, file by file; nothing is held back, so that a stop loses one thread at most. */
export class ArchiveFolder {
  private readonly made = new Set<string>();

  constructor(readonly dir: string) {}

  /** Throws for a name that is no path of an archive, and where a link would lead out of the folder. */
  async write(name: string, contents: string | Buffer): Promise<void> {
    const file = this.inside(name);
    const folder = path.dirname(file);
    if (!this.made.has(folder)) {
      await mkdir(this.dir, { recursive: true });
      // Looked at before anything is made: a folder may not be made through a link either.
      await this.assertNoLink(firstExisting(folder));
      await mkdir(folder, { recursive: true });
    }
    this.made.add(folder);
    await writeFile(file, contents, { flag: NEW_FILE });
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const file = this.inside(name);
      if (!existsSync(path.dirname(file))) continue;
      await this.assertNoLink(path.dirname(file));
      await rm(file, { force: true });
    }
  }

  private async assertNoLink(folder: string): Promise<void> {
    const [top, real] = await Promise.all([realpath(this.dir), realpath(folder)]);
    if (real !== path.join(top, path.relative(this.dir, folder)))
      throw new Error(`${folder} leads out of the archive through a link`);
  }

  private inside(name: string): string {
    if (name !== PROGRESS && !isArchivePath(name))
      throw new Error(`${JSON.stringify(name)} is no name for a file of an archive`);
    return path.join(this.dir, name);
  }

  /** What `begin` and `note` have written; a line that was cut off is a thread that is written again. */
  async progress(): Promise<Progress | null> {
    const text = await readFile(path.join(this.dir, PROGRESS), 'utf8').catch(() => null);
    if (text === null) return null;
    const [beginning = '', ...lines] = text.split('\n');
    const progress = JSON.parse(beginning) as Progress;
    for (const line of lines.slice(0, -1)) {
      const [id, written] = JSON.parse(line) as [string, WrittenThread];
      progress.threads[id] = written;
    }
    return progress;
  }

  async begin(progress: Progress): Promise<void> {
    await this.write(PROGRESS, `${JSON.stringify(progress)}\n`);
  }

  /** A line for each thread that is done: noting all of them anew with each costs the square of their number. */
  async note(id: string, written: WrittenThread): Promise<void> {
    await writeFile(this.inside(PROGRESS), `${JSON.stringify([id, written])}\n`, { flag: GROWING_FILE });
  }

  /** Whether there is anything here that is not an unfinished export. */
  async isForeign(): Promise<boolean> {
    const names = await readdir(this.dir).catch((): string[] => []);
    return names.length > 0 && !names.includes(PROGRESS);
  }

  /** Every file but the two that speak of the others, sorted. */
  async files(): Promise<string[]> {
    return (await listFiles(this.dir)).filter((name) => name !== MANIFEST && name !== SIGNATURE && name !== PROGRESS);
  }
}

/** The folder itself, or the nearest above it that is there. */
function firstExisting(folder: string): string {
  return existsSync(folder) ? folder : firstExisting(path.dirname(folder));
}

/** The files below a folder by their paths with `/`, sorted; links are named, never followed. */
export async function listFiles(dir: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(path.join(dir, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await visit(name);
      else found.push(name);
    }
  };
  await visit('');
  return found.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
