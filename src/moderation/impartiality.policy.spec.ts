import { describe, expect, it } from '@jest/globals';
import { concernsPerson, partialityOf } from './impartiality.policy.ts';

const ABOUT_WORDS: string[] = ['withhold', 'restore', 'withhold-note', 'restore-note', 'release', 'dismiss', 'uphold'];
const ABOUT_STANDING: string[] = ['mute', 'unmute', 'suspend', 'unsuspend'];

describe('who may decide', () => {
  it.each([...ABOUT_WORDS, ...ABOUT_STANDING])('is never the account it is about: %s', (kind) => {
    expect(partialityOf('mona', kind, { subjectIds: ['mona'], partyIds: [] })).toBe('own');
    expect(partialityOf('mona', kind, { subjectIds: ['ada'], partyIds: [] })).toBeNull();
    expect(partialityOf('mona', kind, { subjectIds: [], partyIds: [] })).toBeNull();
  });

  it.each(['withhold', 'restore', 'withhold-note', 'restore-note', 'uphold', ...ABOUT_STANDING])(
    'is nobody who had a part in an appeal about it: %s',
    (kind) => {
      expect(partialityOf('mona', kind, { subjectIds: ['ada'], partyIds: ['olga', 'mona'] })).toBe('appealed');
      expect(partialityOf('nils', kind, { subjectIds: ['ada'], partyIds: ['olga', 'mona'] })).toBeNull();
    },
  );

  it.each(['release', 'dismiss'])('stays who decided an appeal where new reports are put aside: %s', (kind) => {
    expect(partialityOf('mona', kind, { subjectIds: ['ada'], partyIds: ['mona'] })).toBeNull();
  });

  it('is not asked where a decision is about a thread as a whole', () => {
    expect(['lock', 'unlock', 'slow', 'screen'].filter(concernsPerson)).toEqual([]);
    expect([...ABOUT_WORDS, ...ABOUT_STANDING].filter(concernsPerson)).toHaveLength(11);
  });
});
