import { describe, expect, it } from '@jest/globals';
import { mayPost, nextPhaseAfter, phaseOf, stateOf } from './thread.policy.ts';

const at = (text: string) => new Date(`${text}Z`);
const phases = {
  opensAt: at('2026-05-01T10:00'),
  startsAt: at('2026-05-02T10:00'),
  readonlyAt: at('2026-08-01T00:00'),
  archivedAt: at('2026-09-01T00:00'),
};

describe('the phases of a thread', () => {
  it.each([
    ['2026-05-01T09:59', 'upcoming'],
    ['2026-05-01T10:00', 'questions'],
    ['2026-05-02T10:00', 'open'],
    ['2026-08-01T00:00', 'readonly'],
    ['2026-09-01T00:00', 'archived'],
  ])('are at %s: %s', (time, state) => {
    expect(phaseOf(phases, at(time))).toBe(state);
  });

  it('name the next change, until there is none', () => {
    expect(nextPhaseAfter(phases, at('2026-05-01T10:00'))).toEqual(phases.startsAt);
    expect(nextPhaseAfter(phases, at('2026-09-01T00:00'))).toBeNull();
  });

  it('let questions in before the talk and everything from its start', () => {
    const thread = { ...phases, lockedAt: null };
    expect(mayPost('comment', thread, at('2026-05-01T12:00'))).toBe(false);
    expect(mayPost('question', thread, at('2026-05-01T12:00'))).toBe(true);
    expect(mayPost('comment', thread, at('2026-05-02T12:00'))).toBe(true);
    expect(mayPost('question', thread, at('2026-08-02T12:00'))).toBe(false);
  });

  it('show a lock only while something could still be said', () => {
    expect(stateOf('open', at('2026-05-03T00:00'))).toBe('locked');
    expect(stateOf('archived', at('2026-05-03T00:00'))).toBe('archived');
  });
});
