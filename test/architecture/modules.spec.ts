import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { THREAD_EVENT_KINDS } from '../../src/threads/thread-event.ts';

const moduleFile = (name: string): string => `src/${name}/${name}.module.ts`;
const MODULES = readdirSync('src').filter((name) => existsSync(moduleFile(name)));

const sources = (name: string): string[] =>
  readdirSync(`src/${name}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.spec\./.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith('thread-event.ts'));

/** The sentences above the class of a module. */
function contractOf(name: string): string {
  const text = readFileSync(moduleFile(name), 'utf8');
  const [, comment = ''] = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(?:@Global\(\)\s*)?@Module\(/.exec(text) ?? [];
  return `${comment.replaceAll(/\s*\n\s*\* ?/g, ' ')} `;
}

/** The names after a word of a contract, up to the end of its sentence; null where it says that there are none. */
function namesAfter(word: 'Owns' | 'Appends', contract: string): string[] | null {
  const [, none, names = ''] = new RegExp(`\\b${word}(?: (no table|nothing)\\b|: (.+?)\\.\\s)`).exec(contract) ?? [];
  return none ? null : (names.match(/[a-z]+(?:[_.-][a-z]+)*/g) ?? []);
}

const inOrder = (names: Iterable<string>): string[] => [...new Set(names)].toSorted((a, b) => a.localeCompare(b));

const tablesOf = (name: string): string[] =>
  sources(name).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^@Entity\('(\w+)'\)/gm)].map(([, table]) => table!),
  );

const isKind = (word: string): boolean => THREAD_EVENT_KINDS.some((kind) => kind === word);

/** Whether a name of an event is compared or looked up, and not handed over. */
const isRead = ({ parent }: ts.Node, node: ts.Node): boolean =>
  ts.isBinaryExpression(parent) ||
  ts.isArrayLiteralExpression(parent) ||
  (ts.isPropertyAssignment(parent) && parent.name === node);

/** The events that a source appends: it names them in a write, or inserts them into the log. */
function appendedIn(file: string): string[] {
  const kinds: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && isKind(node.text) && !isRead(node, node)) kinds.push(node.text);
    if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const statement = node.getText();
      if (statement.includes('insert into thread_log'))
        kinds.push(...[...statement.matchAll(/'([a-z.-]+)'/g)].map(([, word]) => word!).filter(isKind));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true));
  return kinds;
}

describe('the contract above a module', () => {
  it.each(MODULES)('names the tables that it owns, and no other: %s', (name) => {
    expect(inOrder(namesAfter('Owns', contractOf(name)) ?? [])).toEqual(inOrder(tablesOf(name)));
  });

  it.each(MODULES)('names the events that it appends, and no other: %s', (name) => {
    const named = namesAfter('Appends', contractOf(name)) ?? [];
    expect(inOrder(named.filter(isKind))).toEqual(inOrder(sources(name).flatMap(appendedIn)));
  });

  it.each(MODULES)('says what it owns, what it appends and what it knows nothing of: %s', (name) => {
    const contract = contractOf(name);
    expect(contract).toMatch(/\bOwns(?::| no table)/);
    expect(contract).toMatch(/\bAppends(?::| nothing)/);
    expect(contract).toMatch(/\bKnows nothing of \w/);
  });
});
