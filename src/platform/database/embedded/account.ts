import fs from 'node:fs/promises';

export interface Ids { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root: then an unprivileged account that exists everywhere is used. Throws when none does. */
export async function account(): Promise<Ids> {
  if (process.getuid?.() !== 0) return {};
  const rows = (await fs.readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (!row) throw new Error('PostgreSQL does not run as root: create an account named postgres, or set DATABASE_URL.');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}
