import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Identifies what pages are made with, by its contents and the public address: equal on every node of a forum,
 * different after each deploy or move.
 */
export class BuildId {
  readonly text: string;

  constructor(root: string, folders: readonly string[], publicUrl = '') {
    const hash = createHash('sha256').update(publicUrl);
    for (const folder of folders) {
      const files = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(js|tsx?|json|css)$/.test(entry.name) && !/\.spec\./.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .toSorted();
      for (const file of files) hash.update(readFileSync(file));
    }
    this.text = hash.digest('base64url').slice(0, 10);
  }
}
