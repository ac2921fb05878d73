import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, PROGRESS, SIGNATURE } from './archive-format.ts';

/** What an export has done: the versions in which the threads were written, how many comments they had, and the files they became. */
export interface Progress { conferenceId: string; threads: Record<string, { comments: number; label: string; files: string[]; dataFiles: number }> }

/** The folder an archive is written to, file by file; nothing is held back, so that a stop loses one thread at most. */
export class ArchiveFolder {
  private readonly made = new Set<string>();

  constructor(readonly dir: string) {}

  async write(name: string, contents: string | Buffer): Promise<void> {
    const folder = path.dirname(path.join(this.dir, name));
    if (!this.made.has(folder)) await mkdir(folder, { recursive: true });
    this.made.add(folder);
    await writeFile(path.join(this.dir, name), contents);
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(path.join(this.dir, name), { force: true });
  }

  async progress(): Promise<Progress | null> {
    const text = await readFile(path.join(this.dir, PROGRESS), 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as Progress);
  }

  async note(progress: Progress): Promise<void> {
    await this.write(PROGRESS, JSON.stringify(progress));
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
  return found.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
