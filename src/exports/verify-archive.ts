import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isArchivePath, MANIFEST, SIGNATURE, type SignatureFile } from './archive-format.ts';
import { hashOf, listFiles } from './archive-folder.ts';
import { signerOf } from './signing-key.ts';

export interface Verdict {
  files: number;
  fingerprint: string | null;
  faults: string[];
}

/** Most faults listed. */
const FAULTS_SHOWN = 20;

/**
 * Verifies that an archive is what its server signed: every file by its hash, none added, the list by its signature.
 * The signer is known by a fingerprint kept elsewhere only, because a forger can make list and signature anew.
 */
export async function verifyArchive(dir: string, { fingerprint }: { fingerprint: string | null }): Promise<Verdict> {
  const faults: string[] = [];
  const manifest = await readFile(path.join(dir, MANIFEST)).catch(() => null);
  const signature = await readFile(path.join(dir, SIGNATURE), 'utf8').then(
    (text) => JSON.parse(text) as SignatureFile,
    () => null,
  );
  if (!manifest || !signature)
    return {
      files: 0,
      fingerprint: null,
      faults: ['This is no finished archive: manifest.txt or signature.json is missing or cannot be read.'],
    };
  const signer = signerOf(manifest, signature);
  if (signer === null) faults.push('The list of files was changed: its signature does not fit.');
  else if (fingerprint !== null && fingerprint !== signer) faults.push(`Another key signed this: ${signer}.`);
  const listed = new Map(
    manifest
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const found = new Set((await listFiles(dir)).filter((name) => name !== MANIFEST && name !== SIGNATURE));
  for (const name of found) if (!listed.has(name)) faults.push(`${name} was added.`);
  for (const [name, hash] of listed) {
    if (!isArchivePath(name)) faults.push(`${JSON.stringify(name)} is no name for a file.`);
    else if (!found.has(name)) faults.push(`${name} is missing.`);
    else if (!(await lstat(path.join(dir, name))).isFile() || (await hashOf(path.join(dir, name))) !== hash)
      faults.push(`${name} was changed.`);
    if (faults.length >= FAULTS_SHOWN) break;
  }
  return { files: listed.size, fingerprint: signer, faults };
}
