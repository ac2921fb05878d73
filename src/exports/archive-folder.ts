import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isArchivePath, MANIFEST, PROGRESS, SIGNATURE } from './archive-format.ts';

/**
 * The progress of an export: the versions in which threads were written, their numbers of comments, and their files.
 */
export interface ExportProgress {
  conferenceId: string;
  threads: Record<string, WrittenThread>;
}

export interface WrittenThread {
  comments: number;
  label: string;
  files: string[];
  dataFiles: number;
}

/** As `w`, but never through a link. */
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
/** As `a`, for an existing file, and never through a link. */
const GROWING_FILE = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW;

/**
 * The folder an archive is written to. Each file is written at once, so that an interruption loses one thread at most.
 */
export class ArchiveFolder {
  private readonly made = new Set<string>();

  constructor(readonly dir: string) {}

  /** Throws for a name that is no path of an archive, and where a link would lead out of the folder. */
  async write(name: string, contents: string | Buffer): Promise<void> {
    const file = this.inside(name);
    const folder = path.dirname(file);
    if (!this.made.has(folder)) {
      await mkdir(this.dir, { recursive: true });
      // Checked before folders are made, since making one may follow a link too.
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

  /** Reads what `begin` and `note` wrote; a cut line is a thread that is written again. */
  async progress(): Promise<ExportProgress | null> {
    const text = await readFile(path.join(this.dir, PROGRESS), 'utf8').catch(() => null);
    if (text === null) return null;
    const [beginning = '', ...lines] = text.split('\n');
    const progress = JSON.parse(beginning) as ExportProgress;
    for (const line of lines.slice(0, -1)) {
      const [id, written] = JSON.parse(line) as [string, WrittenThread];
      progress.threads[id] = written;
    }
    return progress;
  }

  async begin(progress: ExportProgress): Promise<void> {
    await this.write(PROGRESS, `${JSON.stringify(progress)}\n`);
  }

  /**
   * Appends a line for a finished thread, because rewriting all lines each time would cost the square of their number.
   */
  async note(id: string, written: WrittenThread): Promise<void> {
    await writeFile(this.inside(PROGRESS), `${JSON.stringify([id, written])}\n`, { flag: GROWING_FILE });
  }

  /** Whether the folder holds anything but an unfinished export. */
  async isForeign(): Promise<boolean> {
    const names = await readdir(this.dir).catch((): string[] => []);
    return names.length > 0 && !names.includes(PROGRESS);
  }

  /** All files but the list and its signature, sorted. */
  async files(): Promise<string[]> {
    return (await listFiles(this.dir)).filter((name) => name !== MANIFEST && name !== SIGNATURE && name !== PROGRESS);
  }
}

/** The folder itself, or its nearest existing parent. */
function firstExisting(folder: string): string {
  return existsSync(folder) ? folder : firstExisting(path.dirname(folder));
}

/** The files below a folder as paths with `/`, sorted; links are listed, never followed. */
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
