import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

describe('opening the address of a form', () => {
  it.each([
    ['/organize/conf/invitations', '/organize/conf/team'],
    ['/organize/conf/invitations/cancelled', '/organize/conf/team'],
    ['/organize/conf/grants?x=1', '/organize/conf/team'],
    ['/organize/conf/threads', '/organize/conf/discussions'],
    ['/organize/conf/programme/1/preview?edit=1', '/organize/conf/programme'],
    ['/organize/conf/closing', '/organize/conf/settings'],
    ['/c/conf/t/hallway/votes', '/c/conf/t/hallway'],
    ['/c/conf/t/hallway/codes', '/c/conf/t/hallway'],
    ['/c/conf/closing-letter', '/c/conf'],
    ['/me/sessions', '/me'],
    ['/me/personas/1/withdrawal', '/me'],
  ])('%s leads to the page the form stands on', async (address, page) => {
    const { status, headers } = await world.person('x').get(world.base + address);
    expect({ status, location: headers.get('location') }).toEqual({ status: 303, location: page });
  });
});
