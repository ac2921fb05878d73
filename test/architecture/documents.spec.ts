import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Most bytes of the documents that are read in one go. */
const SIZES: Readonly<Record<string, number>> = {
  'README.md': 6_000,
  'docs/ARCHITECTURE.md': 8_000,
  'docs/benchmarks.md': 6_000,
};

/** History names what was there; its links still lead somewhere. */
const isHistory = (file: string): boolean => file.startsWith('docs/journal/');

function documents(): string[] {
  const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => path.join('docs', name));
  const others = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'clients/typescript/README.md'];
  return [...others, ...docs.filter((name) => name.endsWith('.md'))];
}

/** Without blocks of code, whose lines are commands and examples. */
const prose = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^ *```[^]*?^ *```/gm, '');

/** As GitHub names a heading in an address. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const anchorsIn = (file: string): string[] =>
  [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

/** Links and pictures of a document that lead to nothing: to no file, or to no heading of one. */
function deadLinks(file: string): string[] {
  const links = [...prose(file).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(([, link, src]) => link ?? src!);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [name = '', anchor] = link.split('#');
      const target = name === '' ? file : path.join(path.dirname(file), name);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsIn(target).includes(anchor);
    });
}

/** Folders at which a path in a document may begin: the root, a folder of sources, or the module that is spoken of. */
const ROOTS = ['.', 'src', 'web', 'src/platform'];
const PATH = /^[\w.-]+(?:\/[\w.-]+)+$/;
const SOURCE = /\.(?:tsx?|mjs|cjs|sql)$/;
const OF_THE_ROOT = /^(?:src|web|clients|test|bench|tools|docs|locales|migrations|\.ci)\//;

/** Paths in backticks that name no file: `src/threads/thread-write.ts`, `threads/thread-write.ts`, `test/sql/`. */
function missingFiles(file: string): string[] {
  const quoted = [...prose(file).matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!.replace(/\/$/, ''));
  return quoted
    .filter((text) => PATH.test(text) && (SOURCE.test(text) || OF_THE_ROOT.test(text)))
    .filter((text) => !ROOTS.some((root) => existsSync(path.join(root, text))));
}

/** Tests that the last column of a table names, as `hostile/reading` or `markup.spec`, and that are not there. */
function missingTests(file: string): string[] {
  const tests = ['test', 'src', 'web'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  const isThere = (name: string): boolean =>
    tests.some((test) => test.includes(`/${name}`) && /\.spec\.tsx?$/.test(test));
  const rows = prose(file)
    .split('\n')
    .filter((line) => /^\|.*\|$/.test(line));
  const quoted = rows.flatMap((row) =>
    [
      ...row
        .split('|')
        .at(-2)!
        .matchAll(/`([\w/.-]+)`/g),
    ].map(([, name]) => name!),
  );
  return quoted.filter((name) => /\/|\.(?:spec|full)$/.test(name) && !isThere(name));
}

describe('the documents', () => {
  it.each(Object.entries(SIZES))('can be read in one go: %s', (file, most) => {
    expect(statSync(file).size).toBeLessThanOrEqual(most);
  });

  it('lead to files and headings that are there', () => {
    const dead = documents().flatMap((file) => deadLinks(file).map((link) => `${file}: ${link}`));
    expect(dead).toEqual([]);
  });

  it('name files that are there', () => {
    const missing = documents().filter((file) => !isHistory(file));
    expect(missing.flatMap((file) => missingFiles(file).map((name) => `${file}: ${name}`))).toEqual([]);
  });

  it('name the tests that make the attacks', () => {
    expect(missingTests('docs/security.md')).toEqual([]);
  });

  it('have no marks of a merge that was left half done', () => {
    const marked = documents().filter((file) => /^(?:<{7}|>{7}) /m.test(readFileSync(file, 'utf8')));
    expect(marked).toEqual([]);
  });

  it('tell of every setting', () => {
    const settings = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name!);
    const told = readFileSync('docs/operating.md', 'utf8');
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => !told.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('have the newest results of the measures; npm run bench:table -- --write puts them there', () => {
    const table = execFileSync(process.execPath, ['bench/table.mjs'], { encoding: 'utf8' });
    expect(readFileSync('docs/benchmarks.md', 'utf8')).toContain(table);
  });
});
