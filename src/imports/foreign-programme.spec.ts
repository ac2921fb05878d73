import { describe, expect, it } from '@jest/globals';
import { isForeign } from './foreign-programme.ts';

const conference = { slug: 'tc', title: 'Test', startsOn: '2026-05-02', endsOn: '2026-05-03' };
const file = (fields = {}, isNamed = true) => ({
  isNamed,
  conference: {
    acronym: 'tc',
    title: 'Test',
    timeZone: null,
    startsOn: '2026-05-03',
    endsOn: '2026-05-04',
    url: null,
    version: '',
    ...fields,
  },
});
const other = { acronym: 'oc', title: 'Other' };
const counts = { stored: 9, found: 6, common: 1 };

describe('a programme of another conference', () => {
  it('has less than a third of the talks in common, and another name or other days', () => {
    expect(isForeign({ conference, programme: file(other), ...counts })).toBe(true);
    expect(
      isForeign({ conference, programme: file({ startsOn: '2027-05-02', endsOn: '2027-05-03' }), ...counts }),
    ).toBe(true);
  });

  it('is none with a third in common, or with the name and the days of the conference', () => {
    expect(isForeign({ conference, programme: file(other), ...counts, common: 2 })).toBe(false);
    expect(isForeign({ conference, programme: file(), ...counts })).toBe(false);
    expect(isForeign({ conference, programme: file({ acronym: 'x', title: 'TEST' }), ...counts })).toBe(false);
  });

  it('is not told from few talks, nor by the name of a sheet that has none', () => {
    expect(isForeign({ conference, programme: file(other), stored: 2, found: 60, common: 0 })).toBe(false);
    expect(isForeign({ conference, programme: file(other, false), ...counts })).toBe(false);
  });
});
