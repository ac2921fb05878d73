import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../platform/config/settings.ts';
import type { BackupExamined } from './examined-server.policy.ts';

interface NotedBackup {
  /** ISO 8601. */
  takenAt: string;
  /** The whole path. */
  file: string;
}

const noteIn = (config: Config): string => path.join(config.get('DATA_DIR'), 'last-backup.json');

/** Notes when the last backup was taken and where it lies, in DATA_DIR: the node that takes backups knows of them. */
export async function noteBackup(config: Config, backup: NotedBackup): Promise<void> {
  await mkdir(config.get('DATA_DIR'), { recursive: true, mode: 0o700 });
  await writeFile(noteIn(config), `${JSON.stringify(backup)}\n`, { mode: 0o600 });
}

/** The last backup that `backup` took with this DATA_DIR; null for none, and for a note that was cut short. */
export async function lastBackup(config: Config): Promise<BackupExamined | null> {
  const note = noteOf(await readFile(noteIn(config), 'utf8').catch(() => ''));
  if (note === null) return null;
  const inData = path.relative(path.resolve(config.get('DATA_DIR')), note.file);
  return { takenAt: new Date(note.takenAt), isBesideData: !inData.startsWith('..') && !path.isAbsolute(inData) };
}

function noteOf(text: string): NotedBackup | null {
  try {
    const { takenAt, file } = JSON.parse(text) as Partial<NotedBackup>;
    return file && takenAt && !Number.isNaN(Date.parse(takenAt)) ? { takenAt, file } : null;
  } catch {
    return null;
  }
}
