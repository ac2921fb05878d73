import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conferences, windowsOf, type AnyConference, type Deed } from '../../test/figures/attacker.ts';
import {
  AS_IT_IS,
  fileOf,
  finerThanHours,
  foundInFile,
  joined,
  namedIn,
  type FileMaker,
} from '../../test/figures/file-attacker.ts';
import { csvLine } from '../kernel/csv.ts';
import { blindId, namedId } from '../kernel/ids.ts';
import { shownWindows, type ShownWindow } from './suppression.policy.ts';

const shownIn = (conference: AnyConference, isPublic = false): ReadonlyMap<string, ShownWindow> =>
  shownWindows(windowsOf(conference), { isPublic });

describe('the file of a figure', () => {
  it('tells who knows everybody but one nothing that the numbers do not tell', async () => {
    await fc.assert(
      fc.asyncProperty(conferences, fc.boolean(), async (conference, isPublic) => {
        expect(await foundInFile(conference, shownIn(conference, isPublic))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('names nobody, has no time finer than an hour, and cannot be joined with another', async () => {
    await fc.assert(
      fc.asyncProperty(conferences, async (conference) => {
        const shown = shownIn(conference);
        const [one, other] = [await fileOf(conference, shown, AS_IT_IS), await fileOf(conference, shown, AS_IT_IS)];
        const people = conference.deeds.flatMap(({ person }) => [namedId(`person ${person}`), `person ${person}`]);
        expect([joined(one, other), namedIn(one, people), finerThanHours(one)]).toEqual([[], [], []]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the attacker of files', () => {
  const deed = (person: number, talk: number, part: number): Deed => ({ person, talk, part, times: 1 });
  const many = (talk: number, part: number): Deed[] =>
    Array.from({ length: 6 }, (_, person) => deed(person + 10, talk, part));
  /** Two talks of one day are not shown, because few did one thing in the first; two others are. */
  const conference: AnyConference = {
    dayOf: [0, 0, 0, 1],
    parts: 2,
    deeds: [
      deed(1, 0, 0),
      ...many(0, 1),
      ...many(1, 0),
      ...many(1, 1),
      ...many(2, 0),
      ...many(2, 0),
      ...many(2, 1),
      ...many(3, 0),
      ...many(3, 1),
    ],
  };
  const shown = shownIn(conference);
  const raw = (ids: (deed: Deed) => string): FileMaker['write'] => {
    return (lines, deeds) => lines.map(({ fields }, i) => `${csvLine([ids(deeds[i]!), ...fields])}\r\n`).join('');
  };
  const THE_ONE = 'person 1, talk 0, part 0';

  it('has a conference before it in which two talks are not named', () => {
    expect([...shown].filter(([, { isTotalShown }]) => !isTotalShown)).toHaveLength(2);
    expect(shown.get('talk 0')!.isTotalShown).toBe(false);
  });

  it('finds nothing in the file as it is', async () => {
    expect(await foundInFile(conference, shown)).toEqual([]);
  });

  it('finds the hour of a talk that is not named', async () => {
    const leaking: FileMaker = {
      ...AS_IT_IS,
      lineOf: (row, figure, inFile) => {
        const line = AS_IT_IS.lineOf(row, figure, inFile);
        return { ...line, fields: line.fields.map((field, i) => (i === 1 ? row.hour : field)) };
      },
    };
    expect(await foundInFile(conference, shown, leaking)).toContain(THE_ONE);
  });

  it('finds a talk that is named though its number is not shown', async () => {
    const leaking: FileMaker = {
      ...AS_IT_IS,
      lineOf: (row, figure, inFile) => AS_IT_IS.lineOf(row, figure, { ...inFile, isShown: () => true }),
    };
    expect(await foundInFile(conference, shown, leaking)).toContain(THE_ONE);
  });

  it('finds a part that is named though fewer than five people are behind it', async () => {
    const few: AnyConference = { dayOf: [null], parts: 3, deeds: [deed(1, 0, 0), ...many(0, 1), ...many(0, 2)] };
    const leaking: FileMaker = {
      ...AS_IT_IS,
      lineOf: (row, figure, inFile) => AS_IT_IS.lineOf(row, figure, { ...inFile, areShown: [true, true, true] }),
    };
    expect(await foundInFile(few, shownIn(few))).toEqual([]);
    expect(await foundInFile(few, shownIn(few), leaking)).toContain(THE_ONE);
  });

  it('finds lines in the order in which they were read, which tells those of one talk', async () => {
    const byTalk: FileMaker['write'] = (lines, deeds) => {
      const order = deeds.map((_, i) => i).toSorted((a, b) => deeds[a]!.talk - deeds[b]!.talk);
      return raw(blindId)(
        order.map((i) => lines[i]!),
        order.map((i) => deeds[i]!),
      );
    };
    expect(await foundInFile(conference, shown, { ...AS_IT_IS, write: byTalk })).toContain(THE_ONE);
  });

  it('finds ids that are made of people, and people who are named', async () => {
    const madeOf = (ids: (deed: Deed) => string): Promise<string> =>
      fileOf(conference, shown, { ...AS_IT_IS, write: raw(ids) });
    const hashed = await madeOf(({ person }) => namedId('salt', String(person)));
    expect(joined(hashed, await madeOf(({ person }) => namedId('salt', String(person))))).not.toEqual([]);
    const plain = await madeOf(({ person }) => namedId(`person ${person}`));
    expect(namedIn(plain, [namedId('person 1'), namedId('person 99')])).toEqual([namedId('person 1')]);
  });

  it('finds a time that is finer than an hour', () => {
    expect(finerThanHours('"x","talk-1","2026-05-01T10:00:00Z"\r\n"y","talk-1","2026-05-01T10:07:00Z"\r\n')).toEqual([
      '10:07:00',
    ]);
  });
});
