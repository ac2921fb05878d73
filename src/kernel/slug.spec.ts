import { describe, expect, it } from '@jest/globals';
import { slugOf } from './slug.ts';

describe('a slug', () => {
  it('is made of a title, without any e-mail address that stands in it', () => {
    expect(slugOf('Été : des figues !', 'talk')).toBe('ete-des-figues');
    expect(slugOf('Ask marie.leclerc@mail.example about figs', 'talk')).toBe('ask-about-figs');
    expect(slugOf('marie.leclerc@mail.example', 'talk')).toBe('talk');
  });
});
