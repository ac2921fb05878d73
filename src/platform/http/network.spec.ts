import { describe, expect, it } from '@jest/globals';
import { listOfNetworks, networkOf, networksAround } from './network.ts';

describe('the network somebody comes from', () => {
  it('is an IPv4 address, or the /64 of an IPv6 one however it is written', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    const same = [
      '2001:db8:1:2::1',
      '2001:db8:1:2:3:4:5:6',
      '2001:0db8:0001:0002::ffff',
      '2001:db8:1:2::192.0.2.7',
      '2001:db8:1:2::1%eth0',
    ];
    expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:1:2']));
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:ffff::'));
    expect(networkOf('2001:db8::1')).not.toBe(networkOf('2001:db8:0:1::1'));
    expect(networkOf('::1')).toBe('0:0:0:0');
  });

  it('lies in wider ones, which others of the same provider share', () => {
    expect(networksAround('::ffff:192.0.2.7').map(({ name }) => name)).toEqual(['192.0.2/24', '192.0.2.7']);
    expect(networksAround('2001:db8:1:a2b3::1').map(({ name }) => name)).toEqual([
      '2001:db8:1/48',
      '2001:db8:1:a200/56',
      '2001:db8:1:a2b3',
    ]);
    expect(networksAround('::1').map(({ width }) => width)).toEqual(['/48', '/56', 'household']);
  });

  it('is a venue when it lies in one of the networks that were named', () => {
    const isVenue = listOfNetworks(['10.1.0.0/16', '192.0.2.7', '2001:db8:aa::/48']);
    for (const ip of ['10.1.255.3', '::ffff:10.1.0.1', '192.0.2.7', '2001:db8:aa:1::5'])
      expect([ip, isVenue(ip)]).toEqual([ip, true]);
    for (const ip of ['10.2.0.1', '192.0.2.8', '2001:db8:ab::1', '::1', '0.0.0.0'])
      expect([ip, isVenue(ip)]).toEqual([ip, false]);
    expect(listOfNetworks([])('10.1.0.1')).toBe(false);
    expect(listOfNetworks(['0.0.0.0/0'])('203.0.113.9')).toBe(true);
  });
});
