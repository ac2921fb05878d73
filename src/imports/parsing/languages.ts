import type { XmlNode } from './xml-tree.ts';

/** A language as a key of translated texts (BCP 47): `de`, `pt-br`, `zh_Hant`. */
const LANGUAGE = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

/** The wanted languages in order: the conference's own, then English, which most programmes have too. */
export const languagesFor = (locale: string): readonly string[] => [...new Set([locale, 'en'])];

/** Replaces each translated text (`{"de": …, "en": …}`) by the best language. */
export function inOneLanguage(value: unknown, wanted: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((part) => inOneLanguage(part, wanted));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value);
  if (isTranslated(parts)) return best(parts as [string, string | null][], wanted);
  return Object.fromEntries(parts.map(([key, part]) => [key, inOneLanguage(part, wanted)]));
}

/** `{"id": "5"}` is a reference, not Indonesian. */
const isTranslated = (parts: readonly (readonly [string, unknown])[]): boolean =>
  parts.length > 0 &&
  !(parts.length === 1 && parts[0]![0] === 'id') &&
  parts.every(([key, part]) => LANGUAGE.test(key) && (typeof part === 'string' || part === null));

function best(parts: readonly (readonly [string, string | null])[], wanted: readonly string[]): string {
  const said = parts.filter((part): part is [string, string] => part[1] !== null && part[1].trim() !== '');
  const found = wanted.map((language) => said.find(([key]) => isOf(key, language))).find(Boolean);
  return (found ?? said[0])?.[1] ?? '';
}

const isOf = (key: string, language: string): boolean => key.toLowerCase().split(/[-_]/)[0] === language;

/** As `inOneLanguage` for XML: of neighbours that differ by `xml:lang` only, the best stays. */
export function inOneLanguageXml(node: XmlNode, wanted: readonly string[]): XmlNode {
  const byName = new Map<string, [string, string][]>();
  for (const { name, attributes, text } of node.children) {
    const language = attributes['xml:lang'];
    if (language === undefined) continue;
    const said = byName.get(name) ?? [];
    said.push([language, text]);
    byName.set(name, said);
  }
  if (byName.size > 0) {
    const kept = new Map([...byName].map(([name, said]) => [name, best(said, wanted)]));
    node.children = node.children.filter(({ name, attributes, text }) => {
      if (attributes['xml:lang'] === undefined) return true;
      return text === kept.get(name) && kept.delete(name);
    });
  }
  for (const child of node.children) inOneLanguageXml(child, wanted);
  return node;
}
