import { describe, expect, it } from '@jest/globals';
import { screen } from './screen.ts';

const links = '<p><a href="https://a.example">a</a> <a href="https://b.example">b</a></p>';
const stranger = {
  mode: 'none' as const,
  isTrusted: false,
  isApproved: false,
  isWatched: false,
  holdsGuest: false,
  html: '<p>Hello</p>',
  source: 'Hello',
  wordLists: {},
};
const lists = { fr: ['Arnaque', 'argent facile'], en: ['casino*'] };

describe('screening before publishing', () => {
  it('holds a stranger by default, and nobody once one of their comments was public', () => {
    expect(screen({ ...stranger, mode: 'first' })).toBe('first');
    expect(screen({ ...stranger, mode: 'first', isApproved: true })).toBeNull();
  });

  it('holds two links of a stranger even where nothing else is held', () => {
    expect(screen(stranger)).toBeNull();
    expect(screen({ ...stranger, html: links })).toBe('links');
    expect(screen({ ...stranger, html: links, isApproved: true })).toBeNull();
  });

  it('holds everything where organizers asked for it, but never speakers, moderators and organizers', () => {
    expect(screen({ ...stranger, mode: 'all', isApproved: true })).toBe('all');
    expect(screen({ ...stranger, mode: 'all', isTrusted: true })).toBeNull();
  });

  it('holds a guest where everything of guests is read first', () => {
    expect(screen({ ...stranger, isApproved: true, holdsGuest: true })).toBe('guest');
  });

  it('holds for a while what somebody says whose sanction has just ended', () => {
    expect(screen({ ...stranger, isApproved: true, isWatched: true })).toBe('standing');
  });

  it('holds the words organizers listed, whoever says them, however they are dressed up', () => {
    const approved = { ...stranger, isApproved: true, wordLists: lists };
    for (const source of ['une ARNAQUE !', 'une árnaque', 'de l’argent, facile…', 'the best Casinos', 'a casino'])
      expect({ source, held: screen({ ...approved, source }) }).toEqual({ source, held: 'words' });
    for (const source of ['arnaquer', 'argent très facile', 'occasion', 'a cassino', '*'])
      expect({ source, held: screen({ ...approved, source }) }).toEqual({ source, held: null });
  });

  it.each([
    'ca\u00ADsino',
    'ca\u200Bsino',
    'сasino',
    'ᴄᴀꜱɪɴᴏ',
    'ｃａｓｉｎｏ',
    '🅲🅰🆂🅸🅽🅾',
    'un cаsіnо!',
    'argеnt fаcile',
  ])('holds listed words whatever is unseen in them or looks alike: %j', (source) => {
    expect(screen({ ...stranger, isApproved: true, wordLists: lists, source })).toBe('words');
  });

  it('finds words that were listed in another script, or dressed up themselves', () => {
    const wordLists = { fr: ['казино', 'сasin\u00ADo'] };
    for (const source of ['КАЗИНО', 'casino'])
      expect(screen({ ...stranger, isApproved: true, wordLists, source })).toBe('words');
  });
});
