import { line, type LooseObject } from './loose.ts';
import type { UnreadField } from './parsed-schedule.ts';
import type { XmlNode } from './xml-tree.ts';

/** Most different fields; a file made of field names reports no more. */
const FIELDS = 100;
const NAME = 60;

/** Counts the fields that an import does not read, so that nothing is dropped silently. */
export class UnreadFields {
  private readonly counts = new Map<string, number>();

  /** Counts the fields of an object that are not among the known ones. */
  noteRecord(kind: string, thing: LooseObject, known: ReadonlySet<string>): void {
    for (const [name, value] of Object.entries(thing)) if (!known.has(name) && says(value)) this.count(kind, name);
  }

  noteXml(kind: string, node: XmlNode, known: ReadonlySet<string>): void {
    for (const { name, text, children, attributes } of node.children)
      if (!known.has(name) && (text.trim() !== '' || children.length > 0 || Object.keys(attributes).length > 0))
        this.count(kind, name);
    for (const [name, value] of Object.entries(node.attributes))
      if (!known.has(name) && value.trim() !== '' && !name.startsWith('xml')) this.count(kind, name);
  }

  /** The most frequent first. */
  all(): UnreadField[] {
    return [...this.counts].map(([field, count]) => ({ field, count })).toSorted((a, b) => b.count - a.count);
  }

  private count(kind: string, name: string): void {
    const field = `${kind}.${line(name.slice(0, NAME * 2), NAME)}`;
    const known = this.counts.get(field);
    if (known !== undefined || this.counts.size < FIELDS) this.counts.set(field, (known ?? 0) + 1);
  }
}

/** Whether a value says anything; an empty list, `false` and null do not. */
function says(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return false;
  if (Array.isArray(value)) return value.some(says);
  return typeof value === 'object' ? Object.values(value).some(says) : true;
}
