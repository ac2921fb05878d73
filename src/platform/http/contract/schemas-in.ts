import type { DocumentPart } from './described.ts';

/** The schemas that a part of a document names, and those that they name in turn; all others are left out. */
export function schemasIn(
  part: unknown,
  all: Readonly<Record<string, DocumentPart>>,
  found: Record<string, DocumentPart> = {},
): Record<string, DocumentPart> {
  for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (name! in found) continue;
    found[name!] = all[name!]!;
    schemasIn(found[name!], all, found);
  }
  return found;
}
