import { fewOf, nextTurn } from '../../../kernel/slices.ts';

/** Names that are written without quotes; others might be read as a number, a date, or as yes and no. */
const PLAIN_NAME = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z$_][\w$-]*$/i;

const nameOf = (name: string): string => (PLAIN_NAME.test(name) ? name : JSON.stringify(name));

/**
 * Writes data as YAML 1.2: lists and mappings by indentation, all else as JSON, which YAML contains. Fields that are
 * undefined are left out.
 */
export const yamlOf = (data: unknown): string => `${valueOf(data, '\n').trimStart()}\n`;

/** As `yamlOf`, for a large document: what its first level holds is written over many turns of the event loop. */
export async function yamlOfDocument(document: object): Promise<string> {
  const written: string[] = [];
  for (const [name, value] of Object.entries(document)) {
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
    if (inner.length === 0) written.push(yamlOf({ [name]: value as unknown }));
    let isFirst = true;
    for (const some of fewOf(inner)) {
      const text = yamlOf({ [name]: Object.fromEntries(some) });
      // The name stands above the first of them.
      written.push(isFirst ? text : text.slice(text.indexOf('\n') + 1));
      isFirst = false;
      await nextTurn();
    }
  }
  return written.join('');
}

/** Writes the part after a name or a dash; `newLine` is a line break with the indentation of the block. */
function valueOf(data: unknown, newLine: string): string {
  if (typeof data !== 'object' || data === null) return ` ${JSON.stringify(data)}`;
  const parts = Array.isArray(data)
    ? data.map((item: unknown) => `${newLine}-${valueOf(item, `${newLine}  `)}`)
    : Object.entries(data)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${newLine}${nameOf(name)}:${valueOf(value, `${newLine}  `)}`);
  return parts.length > 0 ? parts.join('') : ` ${JSON.stringify(data)}`;
}
