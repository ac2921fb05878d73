import { describe, expect, it } from '@jest/globals';
import { Problem } from './problem.ts';

const INVALID = {
  type: '/problems/invalid-request',
  title: 'Something in the request',
  status: 422,
  detail: 'See the fields.',
  instance: 'urn:uuid:1',
  errors: [{ pointer: '#/body', detail: 'Give a text.' }],
};

describe('a problem', () => {
  it('tells its kind, its texts, its facts and the fields that were wrong', () => {
    const problem = new Problem(422, { ...INVALID, seconds: 3 });
    expect(problem).toMatchObject({
      slug: 'invalid-request',
      status: 422,
      title: INVALID.title,
      detail: INVALID.detail,
      instance: INVALID.instance,
      facts: { seconds: 3 },
      fields: INVALID.errors,
      retryAfter: null,
    });
    expect(problem.message).toBe('422 invalid-request: See the fields. #/body: Give a text.');
    expect(problem.is('invalid-request')).toBe(true);
    expect(problem.is('not-found')).toBe(false);
  });

  it.each([['<html>Bad gateway</html>'], [undefined], [{ type: 'about:blank', title: 'Bad Gateway' }], [null]])(
    'is one without a kind when a proxy answers %p',
    (answer) => {
      expect(new Problem(502, answer)).toMatchObject({ slug: '', status: 502, fields: [] });
    },
  );
});
