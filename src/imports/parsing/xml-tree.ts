import { SaxesParser } from 'saxes';
import { ScheduleRefused } from './parsed-schedule.ts';

export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  text: string;
}

const DEPTH = 40;
const NODES = 1_000_000;

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/**
 * The elements of an XML file by name. Characters not allowed in XML are removed first (real files have them); a
 * DOCTYPE is refused because no programme needs one; entities beyond the five are not expanded.
 */
export function readXml(xml: string): XmlNode {
  const parser = new SaxesParser({ position: true });
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlNode[] = [root];
  let nodes = 0;
  const refuse = (sentence: string): never => {
    throw new ScheduleRefused(`line ${parser.line}, column ${parser.column + 1}`, sentence);
  };
  parser.on('doctype', () => refuse('It has a DOCTYPE; take it out and send the file again.'));
  parser.on('error', (error) =>
    refuse(`The XML is not well formed (${error.message.replace(/^\d+:\d+: /, '')}); export the file again.`),
  );
  parser.on('opentag', ({ name, attributes }) => {
    nodes += 1;
    if (open.length > DEPTH || nodes > NODES) refuse('It is nested too deep or has too many elements for a programme.');
    const node: XmlNode = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const add = (text: string): void => {
    open.at(-1)!.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml.replace(ILLEGAL, '')).close();
  return root.children[0] ?? refuse('There is no element in it.');
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);
export const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? [];
export const textOf = (node: XmlNode | undefined, name: string): string =>
  node === undefined ? '' : (child(node, name)?.text.trim() ?? '');
