import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueOf, sayInput, sayPlace, words } from './catalogues.ts';

const en = catalogueOf('en');
const fr = catalogueOf('fr');
const sources = ['src', 'web'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.spec.'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
);
const isText = (key: string): boolean => !key.startsWith('inputs.');
/** The categories of French that English has not. */
const inEnglish = (key: string): boolean => !key.endsWith('_many');
const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

/** What stands for a part of a sentence that is no number. */
const FILLED: Readonly<Record<string, string>> = {
  '${what}': 'links',
  "${most.toLocaleString('en')}": '300',
  '${found}': 'This is a PDF file.',
  '${sentence}': 'Its encoding "x" is unknown.',
  '${day}': '2026-05-02',
};

describe('the catalogues', () => {
  it('say everything in both languages, with the same places', () => {
    expect(
      Object.keys(fr)
        .filter((key) => isText(key) && inEnglish(key))
        .toSorted(),
    ).toEqual(Object.keys(en).toSorted());
    for (const [key, text] of Object.entries(en))
      expect({ key, places: places(fr[key]!) }).toEqual({ key, places: places(text) });
    for (const [key, text] of Object.entries(fr))
      expect({ key, isEmpty: text.trim() === '' }).toEqual({ key, isEmpty: false });
  });

  it('name the form for one as a number chooses it, beside the form for others', () => {
    for (const catalogue of [en, fr]) {
      const keys = Object.keys(catalogue).filter(isText);
      expect(keys.filter((key) => !/^[\w.:-]+$/.test(key))).toEqual([]);
      const lonely = keys
        .filter((key) => key.endsWith('_one'))
        .filter((key) => !(key.replace(/_one$/, '_other') in catalogue || key.replace(/_one$/, '') in catalogue));
      expect(lonely).toEqual([]);
    }
    const dropped = (count: number): string => words('en')('mails.reply-draft.attachments', { count });
    expect(dropped(1)).toBe('Your e-mail had an attachment. It was not kept.');
    expect(dropped(2)).toBe('Your e-mail had 2 attachments. They were not kept.');
  });

  it('show how words are marked by the name that each language has for it', () => {
    expect(fr['pages.form.bodyHelp']).toMatch(/ \*italique\*, \*\*gras\*\*, /);
    expect(en['pages.form.bodyHelp']).toMatch(/ \*italic\*, \*\*bold\*\*, /);
    expect(Object.entries(fr).filter(([, text]) => /\*accents?\*/i.test(text))).toEqual([]);
  });

  it('hold every text that is asked for by name', () => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/say\((?:\w+ === '\w+' \? |\w+ \? |[\w.]+ \? )?'([\w.]+)'(?: : '([\w.]+)')?/g)].flatMap(
        ([, first, second]) => [first!, ...(second ? [second] : [])],
      ),
    );
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter((key) => !(key in en) && !(`${key}_other` in en))).toEqual([]);
  });

  it('say in French whatever may be wrong with a field', () => {
    const said = sources.flatMap((source) =>
      [...source.matchAll(/(?:\b(?:detail|message): |pointer: '[^']*', detail: )'((?:[^'\\]|\\.)*)'/g)].map(
        ([, text]) => text!.replaceAll("\\'", "'"),
      ),
    );
    expect(said.length).toBeGreaterThan(50);
    expect(
      [...new Set(said)].filter(
        (sentence) => sentence !== 'PostgreSQL does not answer.' && sayInput('fr', sentence) === sentence,
      ),
    ).toEqual([]);
    expect(sayInput('fr', 'Write 2 to 5000 characters; this has 1.')).toBe(
      'Écrivez 2 à 5000 caractères\u00A0; il y en a 1.',
    );
  });

  it('say in French whatever the report of an import may say', () => {
    const folder = 'src/imports';
    const said = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.spec.'))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
      // Of the document of the API, which is in English, and of what operators read.
      .map((source) => source.replace(/(?:description|summary|purpose): [^]*?[.]['`]/g, ''))
      .map((source) => source.replace('`${what} is', '`Its title is'))
      .flatMap((source) => [
        ...source.matchAll(/(?<=[ (])(['`])((?:[A-Z]|\$\{\w+\} |"\$)(?:(?!\1|\n).)* (?:(?!\1|\n).)*[.])\1/g),
      ])
      .map(([, , text]) => text!.replace(/\$\{(?:[^{}`]|`[^`]*`)*\}/g, (filled) => FILLED[filled] ?? '7'))
      .filter((text) => !/^(?:Deletes|Aftertalk) /.test(text));
    expect(said.length).toBeGreaterThan(70);
    expect([...new Set(said)].filter((sentence) => sayInput('fr', sentence) === sentence)).toEqual([]);
  });

  it.each([
    [
      'No talk was found in it, but 2 days with "room", "talks". The first: day 1, room "Aula", event 3: Its date ' +
        'does not exist. The talk was left out. Nothing was changed. Export the file again, or send another.',
      'Aucune intervention trouvée, mais 2 jours avec «\u00A0room\u00A0», «\u00A0talks\u00A0». ' +
        'Premier cas, jour 1, salle «\u00A0Aula\u00A0», élément 3\u00A0: Cette date n’existe pas. ' +
        'L’intervention a été laissée de côté. ' +
        'Rien n’a été modifié. Exportez de nouveau le fichier, ou envoyez-en un autre.',
    ],
    [
      'There is no "schedule" in it, but "a. B", "c" and 3 more. Send schedule.json, schedule.xml, or a sheet ' +
        '(CSV or XLSX).',
      'Il n’y a pas de «\u00A0schedule\u00A0», mais «\u00A0a. B\u00A0», «\u00A0c\u00A0» et 3 autres. ' +
        'Envoyez schedule.json, schedule.xml ou une feuille de calcul (CSV ou XLSX).',
    ],
    [
      'It is another time of "On leaving" and says otherwise (abstract, list of people); what was said first was kept.',
      'C’est un autre horaire de «\u00A0On leaving\u00A0», avec d’autres informations (résumé, personnes)\u00A0: ' +
        'les premières ont été gardées.',
    ],
    [
      'Its abstract is longer than 50,000 characters; the rest was left out.',
      'Le résumé dépasse 50\u00A0000 caractères\u00A0: la fin a été laissée de côté.',
    ],
    ['Nothing was changed. A sentence of no catalogue.', 'Nothing was changed. A sentence of no catalogue.'],
  ])('say several sentences, what is quoted and lists in French, or all in English: %s', (sentence, french) => {
    expect(sayInput('fr', sentence)).toBe(french);
  });

  it('name places in a file in French, and leave paths as they are', () => {
    expect(sayPlace('fr', 'day 2, room "Day room", event 4')).toBe('jour 2, salle «\u00A0Day room\u00A0», élément 4');
    expect(sayPlace('fr', 'line 3, column 14')).toBe('ligne 3, colonne 14');
    expect(sayPlace('fr', 'schedule.days[0].rooms["Room day"][1]')).toBe('schedule.days[0].rooms["Room day"][1]');
  });

  it('name a kind of problem with the same words each time: no place to fill in a title (RFC 9457, 3.1.4)', () => {
    for (const catalogue of [en, fr]) {
      const titles = Object.entries(catalogue).filter(([key]) => /^problems\..*\.title$/.test(key));
      expect(titles.filter(([, title]) => places(title).length > 0)).toEqual([]);
    }
  });

  it('leave no French sign alone at the end or the beginning of a line', () => {
    expect(Object.entries(fr).filter(([, text]) => /« | [»:;?!]/.test(JSON.stringify(text)))).toEqual([]);
  });

  it('end no sentence right behind a name or a title, which may end in a full stop itself', () => {
    for (const catalogue of [en, fr])
      expect(Object.values(catalogue).filter((text) => /\{(?:name|title|conference|talk)\}\./.test(text))).toEqual([]);
  });

  it('count as the language counts', () => {
    expect(words('fr')('pages.thread.count', { count: 0 })).toBe('0 commentaire');
    expect(words('en')('pages.thread.count', { count: 0 })).toBe('0 comments');
  });
});

describe('a text with one number', () => {
  it('counts it whatever it is called', () => {
    expect(words('en')('problems.comment-flood.detail', { seconds: 1 })).toBe('Wait a second before you post again.');
    expect(words('en')('problems.comment-flood.detail', { seconds: 2 })).toContain('Wait 2 seconds');
    expect(words('fr')('problems.comment-duplicate.detail', { minutes: 1 })).toContain('moins d’une minute');
    expect(words('en')('pages.queue.median', { minutes: 1 })).toContain('1 min');
  });
});
