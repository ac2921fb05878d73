import { describe, expect, it } from '@jest/globals';
import { chooseAccount, otherAccount } from './account.ts';

const row = (name: string, uid: number): string => `${name}:x:${uid}:${uid}:,,,:/nonexistent:/bin/false`;
const passwd = (...rows: string[]): string => `${[row('root', 0), row('nobody', 65_534), ...rows].join('\n')}\n`;

describe('the account PostgreSQL runs under', () => {
  it('is postgres, else the one made for us, and never nobody', () => {
    expect(chooseAccount(passwd(row('aftertalk-postgres', 998), row('postgres', 101)), [])).toMatchObject({
      name: 'postgres',
      uid: 101,
    });
    expect(chooseAccount(passwd(row('aftertalk-postgres', 998)), [])).toMatchObject({ name: 'aftertalk-postgres' });
    expect(chooseAccount(passwd(), [65_534])).toBeNull();
  });

  it('stays the owner of the data when both are there', () => {
    const both = passwd(row('postgres', 101), row('aftertalk-postgres', 998));
    expect(chooseAccount(both, [null, 998])).toMatchObject({ name: 'aftertalk-postgres' });
    expect(chooseAccount(both, [65_534, null])).toMatchObject({ name: 'postgres' });
  });

  it('is never root under another name', () => {
    expect(chooseAccount(passwd(row('postgres', 0)), [])).toBeNull();
  });

  it('takes nothing away from an account that runs a server of its own', () => {
    const known = passwd(row('postgres', 101), row('ada', 1000));
    expect(otherAccount(known, [null, 1000])).toBe('ada');
    for (const owner of [null, 0, 101, 65_534, 4_242]) expect(otherAccount(known, [owner])).toBeNull();
  });
});
