import { describe, expect, it } from '@jest/globals';
import { isRoleName, isWholeName, looksLike } from './persona.policy.ts';

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

  it.each(['Ada', 'Stafford', 'Team Ada', 'Le Corbusier', 'Lê', 'Thế', 'Lá', 'Réal', '😀😀', '???'])(
    'leaves %s alone',
    (name) => {
      expect(isRoleName(name)).toBe(false);
    },
  );
});

describe('a name that says which person is meant', () => {
  it.each(['Ada Lovelace', 'Dr. Ada Lovelace', '李小龍', '김연아', 'A. Lovelace', 'Ada-Marie'])(
    'is told: %s',
    (name) => {
      expect(isWholeName(name)).toBe(true);
    },
  );

  it.each(['Peter', 'Dr. Peter', 'Peter (speaker)', '李', 'Lê', 'rms'])('is not one word alone: %s', (name) => {
    expect(isWholeName(name)).toBe(false);
  });
});
