import { describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Most characters of a line. */
const MOST = 120;
/** Most characters around a link that makes its line too long: the marks of a comment or a text. */
const MARKS = 10;

/** Most lines of a source file; tests tell stories, which may be longer. */
const LINES = 250;
const SHORT_FOLDERS = ['src', 'web', 'clients', 'bench', 'tools'];

/** Words that no comment needs: pronouns in place of a role, and names of things that have another name. */
const UNCLEAR = /\b(?:somebody|whoever|doors?|bells?|in vain|in one breath)\b/i;
const COMMENTED_FOLDERS = [...SHORT_FOLDERS, 'test/support'];

/** Words that begin a comment without the thing or what it does; `Whether` is left, for conditions. */
const QUESTION_WORDS = ['What', 'How', 'When', 'Where', 'Why', 'Which', 'Who', 'Whose', 'Whoever'];
const PRONOUNS = ['It', 'Its', 'This', 'That', 'These', 'Those', 'There', 'They', 'He', 'She'];
const BEGINS_BADLY = new RegExp(`^(?:\\/\\*\\*?|\\/\\/) *(?:${[...QUESTION_WORDS, ...PRONOUNS].join('|')})\\b`);

/** The files of a landed migration keep the SQL they landed with, and are not looked at. */
const FOLDERS = ['src', 'web', 'clients', 'test', 'bench', 'tools', 'locales'];
/** Files of a tool keep the form they were written in. */
const STYLE_SHEET = /\.css$/;
const SOURCE = /^(?!.*(?:\/generated\/|\/dist\/|node_modules)).+\.(?:ts|tsx|mjs|cjs)$/;

/** The title of a test is one sentence, and is read on one line by whoever runs it. */
const TITLE =
  /^(?:(?:describe|it|inLongForm)(?:\.\w+)?\(\s*)?(?:'(?:[^'\\]|\\.)*'|`[^`]*`),?(?: (?:async )?\([^)]*\) => \{)?$/;
const REGULAR_EXPRESSION = /^(?:\w+: )?\/(?![/*]).+\/[a-z]*[,;]?$/;

/** Whether a line may be long, by itself and the line before it. */
function mayBeLong(line: string, before: string): boolean {
  const text = line.trim();
  const startsTest =
    /^(?:describe|it|inLongForm)\b/.test(text) ||
    /\b(?:describe|it|inLongForm)(?:\.[^(]+)?(?:\(.*\))?\($/.test(before.trim());
  if (startsTest && TITLE.test(text)) return true;
  if (REGULAR_EXPRESSION.test(text)) return true;
  return text.length - (/https?:\/\/\S+/.exec(text)?.[0].length ?? 0) <= MARKS;
}

/** Each long line of a text, by its number. */
function longLines(text: string): number[] {
  const lines = text.split('\n');
  const isLong = (line: string, i: number): boolean => [...line].length > MOST && !mayBeLong(line, lines[i - 1] ?? '');
  return lines.flatMap((line, i) => (isLong(line, i) ? [i + 1] : []));
}

/** Each comment of a text that begins with a question word or a pronoun, by its line. */
function badBeginnings(text: string): number[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.flatMap((line, i) => {
    if (line.startsWith('//') && lines[i - 1]?.startsWith('//')) return [];
    return BEGINS_BADLY.test(line === '/**' ? `/** ${lines[i + 1]!.slice(2)}` : line) ? [i + 1] : [];
  });
}

/** Whether a constructor with more than five collaborators begins at this line. */
const isLargeConstructor = (lines: readonly string[], i: number): boolean =>
  lines[i] === 'constructor(' && lines.slice(i).findIndex((line) => line.startsWith(') {')) - 1 > 5;

describe('the form of a source', () => {
  it('is at most 120 characters a line, but for a link, a regular expression or the title of a test', async () => {
    const found: string[] = [];
    for (const folder of FOLDERS) {
      const names = await readdir(folder, { recursive: true });
      for (const name of names.filter((each) => SOURCE.test(each) || STYLE_SHEET.test(each))) {
        const file = path.join(folder, name);
        for (const number of longLines(await readFile(file, 'utf8'))) found.push(`${file}:${number}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('is at most 250 lines a file', async () => {
    const found: string[] = [];
    for (const folder of SHORT_FOLDERS) {
      const names = await readdir(folder, { recursive: true });
      for (const name of names.filter((each) => SOURCE.test(each))) {
        const file = path.join(folder, name);
        const lines = (await readFile(file, 'utf8')).split('\n').length - 1;
        if (lines > LINES) found.push(`${file}: ${lines}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('says why a constructor has more than five collaborators', async () => {
    const found: string[] = [];
    const names = await readdir('src', { recursive: true });
    for (const name of names.filter((each) => SOURCE.test(each))) {
      const lines = (await readFile(path.join('src', name), 'utf8')).split('\n').map((line) => line.trim());
      const exceptions = lines.flatMap((line, i) => {
        if (line.startsWith('// oxlint-disable-next-line max-params')) return [i];
        // Controllers, where the lint allows more parameters because of their routes.
        return isLargeConstructor(lines, i) && !lines[i - 1]?.startsWith('// oxlint') ? [i] : [];
      });
      for (const i of exceptions) if (!/^\/\/ [A-Z].*\.$/.test(lines[i - 1] ?? '')) found.push(`${name}:${i + 1}`);
    }
    expect(found).toEqual([]);
  });

  it('names a role in a comment, and things by their one name', async () => {
    const found: string[] = [];
    for (const folder of COMMENTED_FOLDERS) {
      const names = await readdir(folder, { recursive: true });
      for (const name of names.filter((each) => SOURCE.test(each) && !/\.spec\./.test(each))) {
        const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n');
        for (const [i, line] of lines.entries())
          if (/^\s*(?:\/\/|\/?\*)/.test(line) && UNCLEAR.test(line))
            found.push(`${folder}/${name}:${i + 1} ${line.trim()}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('begins a comment with a verb or a noun, and not with a question word or a pronoun', async () => {
    const found: string[] = [];
    for (const folder of [...SHORT_FOLDERS, 'test']) {
      const names = await readdir(folder, { recursive: true });
      for (const name of names.filter((each) => SOURCE.test(each))) {
        const text = await readFile(path.join(folder, name), 'utf8');
        for (const number of badBeginnings(text)) found.push(`${folder}/${name}:${number}`);
      }
    }
    expect(found).toEqual([]);
    const wrong = [
      '/** What it is. */',
      '// Its place.',
      '/**',
      ' * Where it is.',
      ' */',
      '// A thing,',
      '// which it is.',
    ];
    expect(badBeginnings(wrong.join('\n'))).toEqual([1, 2, 3]);
    expect(badBeginnings('/** Whether it is. */\n/** Itself. */\n// One sentence.\n// Its second one.')).toEqual([]);
  });

  it('finds a line that is too long, and lets a title, a link and a regular expression be', () => {
    const long = 'word '.repeat(30).trim();
    expect(longLines(`const a = '${long}';\n// ${long}\n  b(\`${long}\`);`)).toEqual([1, 2, 3]);
    const path = 'a'.repeat(130);
    const exempt = [`it('${long}', async () => {`, `  // https://forum.example/${path}`, `const A =`, `  /${path}/u;`];
    expect(longLines(exempt.join('\n'))).toEqual([]);
    expect(longLines(`it.each(NAMES)(\n  '${long}',`)).toEqual([]);
  });
});
