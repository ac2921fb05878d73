import { line, text, type LooseObject } from './loose.ts';
import type { UnreadField } from './parsed-schedule.ts';
import type { XmlNode } from './xml-tree.ts';

/** Most different fields that are named; those of a file made of field names are counted together. */
const FIELDS = 100;
const NAME = 60;
/** The name under which all further fields are counted. */
const OTHERS = '(others)';

/** The fields that an import reads, by the shape it reads them in. */
export interface KnownFields {
  texts: ReadonlySet<string>;
  lists?: ReadonlySet<string>;
  /** Objects or lists whose own fields are counted where they are read. */
  objects?: ReadonlySet<string>;
}

/** Elements of XML that hold other elements, which are counted where they are read. */
export interface KnownElements {
  texts: ReadonlySet<string>;
  groups?: ReadonlySet<string>;
}

/** Makes a set of names that are written with spaces between them. */
export const names = (written: string): ReadonlySet<string> => new Set(written.split(' '));

/** Counts the fields that an import does not read, so that nothing is dropped silently. */
export class UnreadFields {
  private readonly counts = new Map<string, number>();

  /** Counts the fields of an object that are not known, and the known ones whose value has an unknown shape. */
  noteRecord(kind: string, thing: LooseObject, known: KnownFields): void {
    for (const [name, value] of Object.entries(thing))
      if (says(value) && !isReadable(name, value, known)) this.note(kind, name);
  }

  /** Counts the unknown elements and attributes of an element, and what stands in its elements beside their text. */
  noteXml(kind: string, node: XmlNode, { texts, groups }: KnownElements): void {
    this.noteAttributes(kind, node, texts);
    for (const child of node.children) {
      if (groups?.has(child.name)) continue;
      if (!texts.has(child.name)) {
        if (child.text.trim() !== '' || child.children.length > 0 || Object.keys(child.attributes).length > 0)
          this.note(kind, child.name);
        continue;
      }
      this.noteAttributes(child.name, child, NO_NAMES);
      for (const { name } of child.children) this.note(child.name, name);
    }
  }

  /** Counts one value of a field. */
  note(kind: string, name: string): void {
    const field = `${kind}.${line(name.slice(0, NAME * 2), NAME)}`;
    const known = this.counts.get(field);
    if (known !== undefined || this.counts.size < FIELDS) this.counts.set(field, (known ?? 0) + 1);
    else this.counts.set(OTHERS, (this.counts.get(OTHERS) ?? 0) + 1);
  }

  /** The most frequent first. */
  all(): UnreadField[] {
    return [...this.counts].map(([field, count]) => ({ field, count })).toSorted((a, b) => b.count - a.count);
  }

  private noteAttributes(kind: string, { attributes }: XmlNode, known: ReadonlySet<string>): void {
    for (const [name, value] of Object.entries(attributes))
      if (!known.has(name) && value.trim() !== '' && !name.startsWith('xml')) this.note(kind, name);
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

function isReadable(name: string, value: unknown, { texts, lists, objects }: KnownFields): boolean {
  if (lists?.has(name)) return Array.isArray(value);
  if (objects?.has(name)) return typeof value === 'object';
  return texts.has(name) && (typeof value !== 'object' || text(value) !== '');
}

/** Whether a value says anything; an empty list, `false` and null do not. */
function says(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return false;
  if (Array.isArray(value)) return value.some(says);
  return typeof value === 'object' ? Object.values(value).some(says) : true;
}
