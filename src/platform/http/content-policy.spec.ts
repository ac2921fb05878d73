import { describe, expect, it } from '@jest/globals';
import { contentPolicy } from './content-policy.ts';

describe('the content policy', () => {
  it('takes sites and nothing that would write a policy of its own', () => {
    const policy = contentPolicy('https://forum.example', [
      'https://a.example',
      "https://b.example; script-src 'unsafe-inline'",
      'https://c.example x',
      '*',
      'https://d.example\nx',
    ]);
    expect(policy).toContain("frame-ancestors 'self' https://a.example; ");
    expect(policy.match(/script-src/g)).toHaveLength(1);
    expect(contentPolicy('https://forum.example', ['x; script-src *'])).toContain("frame-ancestors 'none'");
  });
});
