import { describe, expect, it } from '@jest/globals';
import { plain } from './fast-post.route.ts';

const ID = '0190a000-0000-7000-8000-000000000001';

describe('posting by the fast route', () => {
  it('takes words, the comment they answer and a chosen face', () => {
    expect(plain({ body: ' Yes. ' })).toEqual({ body: 'Yes.', parentId: undefined, personaId: undefined });
    expect(plain({ body: 'Yes.', parentId: ID, personaId: null })).toEqual({
      body: 'Yes.',
      parentId: ID,
      personaId: undefined,
    });
  });

  it('normalises and masks as the request class does', () => {
    expect(plain({ body: 'Ask e\u0301va@mail.example' })).toEqual({
      body: 'Ask •••@•••',
      parentId: undefined,
      personaId: undefined,
    });
  });

  it('leaves whatever has to be judged to the pipeline, which says what is wrong with it', () => {
    const odd: unknown[] = [
      null,
      undefined,
      'Yes.',
      12,
      [],
      [{ body: 'Yes.' }],
      {},
      { body: 12 },
      { body: ['Yes.'] },
      { body: 'x' },
      { body: ' x ' },
      { body: 'x'.repeat(5001) },
      { body: 'a\u0000b' },
      { body: 'a\uD800b' },
      { body: `a${'\u0301'.repeat(30)}` },
      { body: 'Yes.', name: 'Ada' },
      { body: 'Yes.', email: 'ada@mail.example' },
      { body: 'Yes.', extra: undefined, more: 1 },
      { body: 'Yes.', parentId: '' },
      { body: 'Yes.', parentId: ID.toUpperCase() },
      { body: 'Yes.', parentId: [ID] },
      { body: 'Yes.', personaId: { toString: () => ID } },
      { body: 'Yes.', toString: 'x' },
    ];
    for (const body of odd) expect({ body, taken: plain(body) }).toEqual({ body, taken: null });
  });
});
