import { describe, expect, it } from '@jest/globals';
import { World } from '../support/world.ts';

const headerOf = async (settings: Record<string, string>): Promise<string | null> => {
  const world = await World.open(settings);
  try {
    return (await fetch(`${world.base}/health/live`)).headers.get('strict-transport-security');
  } finally {
    await world.close();
  }
};

describe('asking browsers for https alone (RFC 6797)', () => {
  it('is about the name of the forum, and about the names below it only when the operator says so', async () => {
    const PUBLIC_URL = 'https://forum.example';
    expect(await headerOf({ PUBLIC_URL })).toBe('max-age=31536000');
    expect(await headerOf({ PUBLIC_URL, HSTS_SUBDOMAINS: 'on' })).toBe('max-age=31536000; includeSubDomains');
  });

  it('is not said over http, whatever the setting', async () => {
    expect(await headerOf({ PUBLIC_URL: 'http://forum.example', HSTS_SUBDOMAINS: 'on' })).toBeNull();
  });
});
