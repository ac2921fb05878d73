import { describe, expect, it } from '@jest/globals';
import { Places } from './places.ts';

describe('places', () => {
  it('are given in order of arrival, and no more than there are', async () => {
    const places = new Places(1);
    const first = await places.take(0);
    expect(await places.take(0)).toBeNull();
    const order: string[] = [];
    const second = places.take(60_000).then((give) => {
      order.push('second');
      return give;
    });
    const third = places.take(60_000).then((give) => {
      order.push('third');
      return give;
    });
    first!();
    (await second)!();
    (await third)!();
    expect(order).toEqual(['second', 'third']);
    expect(places.isFree).toBe(true);
  });

  it('are given back once', async () => {
    const places = new Places(1);
    const give = (await places.take(0))!;
    give();
    give();
    expect(await places.take(0)).not.toBeNull();
    expect(await places.take(0)).toBeNull();
  });

  it('are not waited for longer than was said', async () => {
    const places = new Places(1);
    const give = (await places.take(0))!;
    expect(await places.take(1)).toBeNull();
    give();
    expect(places.isFree).toBe(true);
  });
});
