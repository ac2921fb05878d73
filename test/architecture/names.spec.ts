import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A name that the code declares, with its place. */
interface DeclaredName {
  readonly name: string;
  readonly place: string;
  readonly isType: boolean;
}

const declaresType = (node: ts.Node): boolean =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isEnumDeclaration(node);

const declaresValue = (node: ts.Node): boolean =>
  ts.isFunctionDeclaration(node) ||
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isMethodSignature(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isPropertySignature(node) ||
  ts.isGetAccessor(node);

function namesIn(file: string): DeclaredName[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
  const names: DeclaredName[] = [];
  const visit = (node: ts.Node): void => {
    const { name } = node as { name?: ts.Node };
    if (name && ts.isIdentifier(name) && (declaresType(node) || declaresValue(node))) {
      const { line } = source.getLineAndCharacterOfPosition(name.getStart());
      names.push({ name: name.text, place: `${file}:${line + 1}`, isType: declaresType(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

const filesIn = (folders: readonly string[]): string[] =>
  folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:tsx?|[cm]js)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/generated/'));
const declaredIn = (folders: readonly string[]): DeclaredName[] => filesIn(folders).flatMap(namesIn);

/** Names of the client's own, which other programs call: a `Problem` there is a `Problem` here. */
const namesOfClient = declaredIn(['clients/typescript/src', 'clients/typescript/examples']);
const names = declaredIn(['src', 'web']);
const namesOfTests = declaredIn(['test', 'bench', 'tools']);

/** Words of a private vocabulary, with the word that an engineer would search for. */
const PRIVATE_WORDS: Readonly<Record<string, string>> = {
  door: 'route',
  doors: 'routes',
  stairs: 'layers',
  ground: 'options',
  bell: 'signal',
  bells: 'signals',
  rung: 'published',
  hear: 'subscribe, listener',
  hears: 'receives',
  ear: 'subscriber',
  mouth: 'publisher',
  tell: 'publish, notify, report',
  deaf: 'unsubscribe',
  works: 'writes',
  lone: 'exclusive',
  doubt: 'invalidation',
  doubts: 'invalidations',
  face: 'persona',
  faces: 'personas',
  soon: 'recurring task, schedule',
  letter: 'e-mail, notice',
  letters: 'e-mails, notices',
  bed: 'deferred',
  beds: 'deferred',
  sleeps: 'is deferred',
  wake: 'hydrate, signal',
  breath: 'round trip',
  whoever: 'the role',
  somebody: 'the role',
  nobody: 'the role',
  lately: 'recent',
  looking: 'examining, checking, polling',
};

/** Names that may hold such a word, by the reason. */
const PLAIN_SENSE: Readonly<Record<string, readonly string[]>> = {
  'of an alphabet': [
    'letter',
    'letters',
    'LETTERS',
    'SPELT_OUT_LETTERS',
    'BYTES_A_LETTER',
    'byLetter',
    'lettersFound',
    'lettersOf',
    'losesLetters',
  ],
  'a column or an alias of a statement': [
    'letterDueAt',
    'letterEmailId',
    'letterId',
    'letterLeftAt',
    'lettersToken',
    'letterTriedAt',
  ],
  'a name of the API': ['ClosingLetterRequest', 'tellMeWhenArchived', 'doesNotTell'],
  'stored in browsers': ['door', 'TELL_EVERY', 'tellEvery'],
  'the account without rights of a system': ['NOBODY'],
};

/** One word that says what was done to a thing, in place of the thing. */
const PARTICIPLE = /^(?:[A-Z][a-z]+ed|Found|Heard|Held|Kept|Known|Left|Read|Said|Sent|Shown|Told|Written)$/;
/** Nouns that end so, and names that the documents of sockets have. */
const NOUNS: ReadonlySet<string> = new Set(['Feed', 'Deed', 'Acknowledged', 'Joined']);

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_.-]+/);

describe('the names of the code', () => {
  it.each([
    ['the forum', names],
    ['its client', namesOfClient],
    ['its tests, measures and tools', namesOfTests],
  ])('declare each type once: %s', (_whose, declaredNames) => {
    const places = new Map<string, string[]>();
    for (const { name, place, isType } of declaredNames)
      if (isType) places.set(name, [...(places.get(name) ?? []), place]);
    expect([...places].filter(([, declared]) => declared.length > 1)).toEqual([]);
  });

  it('call a type by a noun, and not by what was done to it', () => {
    const types = [...names, ...namesOfTests].filter(({ isType }) => isType);
    const participles = types.filter(({ name }) => PARTICIPLE.test(name) && !NOUNS.has(name));
    expect(participles.map(({ name, place }) => `${place} ${name}`)).toEqual([]);
  });

  it('are words of the glossary or of the field', () => {
    const allowed = new Set(Object.values(PLAIN_SENSE).flat());
    const wrong = [...names, ...namesOfClient, ...namesOfTests]
      .filter(({ name }) => !allowed.has(name))
      .flatMap(({ name, place }) =>
        wordsOf(name)
          .filter((word) => Object.hasOwn(PRIVATE_WORDS, word))
          .map((word) => `${place} ${name}: say ${PRIVATE_WORDS[word]}`),
      );
    expect(wrong).toEqual([]);
  });

  it('are so in the names of files, too', () => {
    const files = filesIn(['src', 'web', 'clients/typescript/src', 'clients/typescript/examples']);
    const wrong = [...files, ...filesIn(['test', 'bench', 'tools'])].flatMap((file) =>
      wordsOf(path.basename(file))
        .filter((word) => Object.hasOwn(PRIVATE_WORDS, word))
        .map((word) => `${file}: say ${PRIVATE_WORDS[word]}`),
    );
    expect(wrong).toEqual([]);
  });

  it('need no exception that nothing is called by', () => {
    const declared = new Set([...names, ...namesOfTests].map(({ name }) => name));
    expect(
      Object.values(PLAIN_SENSE)
        .flat()
        .filter((name) => !declared.has(name)),
    ).toEqual([]);
  });
});
