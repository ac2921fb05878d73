import { describe, expect, it } from '@jest/globals';
import { isRoleName, looksLike } from './persona.policy.ts';

describe('a name that looks like another', () => {
  it.each([
    'Ada Lovelace',
    'ada lovelace',
    'ADA  LOVELACE',
    'Adа Lovelаce',
    'Αda Lovelace',
    'Ada\u200B Love\u00ADlace',
    'Ａｄａ Ｌｏｖｅｌａｃｅ',
    'Ada L0velace',
    'AdaLovelace',
    'Ada.Lovelace',
    'Lovelace Ada',
    'Àda Lövelacé',
    'Ada Iovelace',
    'Ada 1ovelace',
    'Dr. Ada Lovelace',
    'Ada Lovelace (speaker)',
    'Ada Lovelace – official',
    '𝐀𝐝𝐚 𝐋𝐨𝐯𝐞𝐥𝐚𝐜𝐞',
    'Ⓐⓓⓐ Lovelace',
    'Ada Lovelace\uFE0F',
    '\u202EAda Lovelace',
    'Ada LоveIаce',
  ])('is told: %s', (name) => {
    expect(looksLike(name, 'Ada Lovelace')).toBe(true);
  });

  it.each([
    'Ada',
    'Lovelace',
    'Ada Byron',
    'Adam Lovelace',
    'Ada L.',
    'Bda Lovelace',
    'Somebody',
    '???',
    'Augusta Ada Lovelace',
  ])('leaves %s alone', (name) => {
    expect(looksLike(name, 'Ada Lovelace')).toBe(false);
  });

  it('is told between letters that run together', () => {
    expect(looksLike('Arnold Ernst', 'Amold Emst')).toBe(true);
    expect(looksLike('VVilliam', 'William')).toBe(true);
  });
});

describe('a name that is only a role', () => {
  it.each(['Organizer', 'Modérateur', 'The official team', 'ADMIN', 'Оrganizer', 'Staff', '0rganizer'])(
    'is told: %s',
    (name) => {
      expect(isRoleName(name)).toBe(true);
    },
  );

  it.each(['Ada', 'Stafford', 'Team Ada', 'Le Corbusier', '😀😀', '???'])('leaves %s alone', (name) => {
    expect(isRoleName(name)).toBe(false);
  });
});
