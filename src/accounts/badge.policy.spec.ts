import { describe, expect, it } from '@jest/globals';
import { answeringPersona, badgesOn, type Wearer } from './badge.policy.ts';

const nothing = { organizer: false, moderator: false, moderatorOf: new Set<string>(), speakerOf: new Set<string>() };
const wearer = (given: Partial<Wearer>): Wearer => ({
  roles: nothing,
  badges: [],
  personas: [{ id: 'one' }, { id: 'two' }],
  ...given,
});
const speaker = { ...nothing, speakerOf: new Set(['talk']) };

describe('the badge of a right', () => {
  it('shows on the persona it was put on, and on no other', () => {
    const given = wearer({ roles: speaker, badges: [{ role: 'speaker', talkId: 'talk', personaId: 'one' }] });
    expect(badgesOn('one', given, 'talk')).toEqual(['speaker']);
    expect(badgesOn('two', given, 'talk')).toEqual([]);
    expect(badgesOn('one', given, 'another talk')).toEqual([]);
  });

  it('shows on the only persona before it was put on one, and on none of several', () => {
    expect(badgesOn('one', wearer({ roles: speaker, personas: [{ id: 'one' }] }), 'talk')).toEqual(['speaker']);
    for (const persona of ['one', 'two']) expect(badgesOn(persona, wearer({ roles: speaker }), 'talk')).toEqual([]);
  });

  it('shows on none when its persona was withdrawn, also when only one is left', () => {
    const left = wearer({
      roles: speaker,
      badges: [{ role: 'speaker', talkId: 'talk', personaId: null }],
      personas: [{ id: 'two' }],
    });
    expect(badgesOn('two', left, 'talk')).toEqual([]);
    expect(answeringPersona(left, 'talk')).toBeNull();
  });

  it('shows nothing without the right', () => {
    expect(badgesOn('one', wearer({ badges: [{ role: 'organizer', talkId: null, personaId: 'one' }] }), null)).toEqual(
      [],
    );
  });

  it('names a role once, in the order in which it is read', () => {
    const roles = { organizer: true, moderator: true, moderatorOf: new Set(['talk']), speakerOf: new Set(['talk']) };
    expect(badgesOn('one', wearer({ roles, personas: [{ id: 'one' }] }), 'talk')).toEqual([
      'speaker',
      'moderator',
      'organizer',
    ]);
  });

  it('says who answers: the speaker before the organizer', () => {
    const roles = { ...speaker, organizer: true };
    const badges = [
      { role: 'organizer' as const, talkId: null, personaId: 'one' },
      { role: 'speaker' as const, talkId: 'talk', personaId: 'two' },
    ];
    expect(answeringPersona(wearer({ roles, badges }), 'talk')).toBe('two');
    expect(answeringPersona(wearer({ roles, badges }), 'another talk')).toBe('one');
  });
});
