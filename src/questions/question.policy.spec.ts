import { describe, expect, it } from '@jest/globals';
import { countsBetween, mayBecome, type QuestionStatus, type RequestedStatus } from './question.policy.ts';

const ALL: QuestionStatus[] = ['open', 'taken', 'answered', 'declined', 'merged', 'expired'];
const from = (to: RequestedStatus) => ALL.filter((status) => mayBecome(status, to));

describe('a question', () => {
  it('is settled from open or taken, and opened again from declined and merged', () => {
    for (const to of ['taken', 'answered', 'declined', 'merged'] as const) expect(from(to)).toEqual(['open', 'taken']);
    expect(from('open')).toEqual(['open', 'taken', 'declined', 'merged']);
  });

  it('moves the counts so that they still sum up', () => {
    expect(countsBetween('taken', 'answered')).toEqual({ answered: 1 });
    expect(countsBetween('declined', 'open')).toEqual({ declined: -1 });
    expect(countsBetween('open', 'taken')).toEqual({});
  });
});
