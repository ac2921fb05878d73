/** The eight groups of an IPv6 address (RFC 4291, 2.2), with an IPv4 tail converted and the zone removed. */
function groupsOf(ip: string): number[] {
  const plain = ip
    .split('%')[0]!
    .replace(
      /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
      (_, a: string, b: string, c: string, d: string) =>
        `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`,
    );
  const [head = '', tail] = plain.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [numbers(head), numbers(tail ?? '')];
  return tail === undefined
    ? before
    : [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** An IPv4 address without its IPv6 mapping. */
function unmapped(ip: string): string {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  return inner ?? ip;
}

/** One household: an IPv4 address, or the /64 of an IPv6 address in any spelling. */
export function networkOf(ip: string): string {
  const plain = unmapped(ip);
  return plain.includes(':')
    ? groupsOf(plain)
        .slice(0, 4)
        .map((group) => group.toString(16))
        .join(':')
    : plain;
}

export interface NetworkAround {
  /** A text that is equal for every address of the network. */
  readonly name: string;
  readonly width: 'household' | '/24' | '/56' | '/48';
}

/** Number of households that a network counts as where households are limited. */
export const HOUSEHOLDS = { household: 1, '/24': 16, '/56': 4, '/48': 16 } as const;

/** The networks an address lies in, widest first: IPv4 /24 and /32, IPv6 /48, /56 and /64. */
export function networksAround(ip: string): readonly NetworkAround[] {
  const household: NetworkAround = { name: networkOf(ip), width: 'household' };
  const plain = unmapped(ip);
  if (!plain.includes(':')) return [{ name: `${plain.slice(0, plain.lastIndexOf('.'))}/24`, width: '/24' }, household];
  const [first, second, third, fourth = 0] = groupsOf(plain);
  const site = [first, second, third].map((group) => (group ?? 0).toString(16)).join(':');
  const block = (fourth & 0xff00).toString(16);
  return [{ name: `${site}/48`, width: '/48' }, { name: `${site}:${block}/56`, width: '/56' }, household];
}

const bitsOf = (ip: string): string =>
  (ip.includes(':')
    ? groupsOf(ip).map((group) => group.toString(2).padStart(16, '0'))
    : ip.split('.').map((part) => Number(part).toString(2).padStart(8, '0'))
  ).join('');

/** Tells whether an address lies in one of the networks (CIDR; a bare address is a network of one). */
export function listOfNetworks(cidrs: readonly string[]): (ip: string) => boolean {
  const networks = cidrs.map((cidr) => {
    const [base = '', length] = cidr.split('/');
    const isSix = base.includes(':');
    return { isSix, prefix: bitsOf(base).slice(0, length === undefined ? undefined : Number(length)) };
  });
  return (ip) => {
    const plain = unmapped(ip);
    return networks.some(({ isSix, prefix }) => isSix === plain.includes(':') && bitsOf(plain).startsWith(prefix));
  };
}
