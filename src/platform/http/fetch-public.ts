import { lookup as resolve, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net, { BlockList, isIP } from 'node:net';

export interface FetchLimits {
  maxBytes: number;
  /** For the whole fetch, redirects included. */
  timeoutMs: number;
  /** Also allows http and addresses of this machine and its networks; only the operator may set it. */
  allowPrivate?: boolean;
}

/**
 * An address that is not fetched, or did not answer properly. The message is a sentence for the person who typed it.
 */
export class FetchRefused extends Error {}

const REDIRECTS = 3;

/** Everything but public unicast addresses (IANA special-purpose registries, RFC 6890). */
const SPECIAL = specialNetworks();

/** Whether an address is on the public internet. */
export function isPublicAddress(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  if (isIP(mapped) === 4) return !SPECIAL.check(mapped, 'ipv4');
  // Global unicast is 2000::/3; the rest is special or unassigned.
  return isIP(mapped) === 6 && /^[23]/.test(firstGroup(mapped)) && !SPECIAL.check(mapped, 'ipv6');
}

const firstGroup = (ip: string): string => (ip.split(':')[0] ?? '').padStart(4, '0');

/**
 * Fetches a file by https from public unicast addresses only. All addresses of the name are checked and a checked one
 * is connected to, so that DNS cannot change in between; so is each redirect. Throws FetchRefused.
 */
export async function fetchPublic(address: string, limits: FetchLimits): Promise<Buffer> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    let url = checked(address, limits);
    for (let redirects = 0; ; redirects += 1) {
      const answer = await ask(url, limits, signal);
      if (answer.body !== null) return answer.body;
      if (redirects === REDIRECTS) throw new FetchRefused(`${address} redirects more than ${REDIRECTS} times.`);
      url = checked(new URL(answer.location, url).href, limits);
    }
  } catch (error) {
    if (error instanceof FetchRefused) throw error;
    if (signal.aborted) throw new FetchRefused(`${address} took longer than ${limits.timeoutMs / 1_000} seconds.`);
    throw new FetchRefused(`${address} cannot be reached (${(error as Error).message}).`);
  }
}

function checked(address: string, { allowPrivate = false }: FetchLimits): URL {
  if (!URL.canParse(address)) throw new FetchRefused(`${address} is no web address.`);
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    throw new FetchRefused(`${url.origin} is not fetched: the address has to begin with https://.`);
  if (url.username !== '' || url.password !== '')
    throw new FetchRefused(`${url.host} is not fetched: the address holds a name or a password.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new FetchRefused(notPublic(host));
  return url;
}

const notPublic = (host: string): string => `${host} is not fetched: it is no public address.`;

type FetchedResponse = { body: Buffer } | { body: null; location: string };

function ask(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<FetchedResponse> {
  const { get } = url.protocol === 'https:' ? https : http;
  return new Promise((answer, refuse) => {
    const request = get(
      url,
      {
        signal,
        lookup: limits.allowPrivate ? resolve : (lookupPublic as net.LookupFunction),
        headers: { accept: 'application/json, application/xml;q=0.9, */*;q=0.1', 'accept-encoding': 'identity' },
      },
      (response) => {
        take(url, response, limits).then(answer, refuse);
      },
    );
    request.on('error', refuse);
  });
}

async function take(url: URL, response: http.IncomingMessage, { maxBytes }: FetchLimits): Promise<FetchedResponse> {
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    response.destroy();
    return { body: null, location: headers.location };
  }
  if (status !== 200) {
    response.destroy();
    throw new FetchRefused(`${url.href} answered ${status}: check the address, or download the file and name it.`);
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) throw new FetchRefused(`${url.href} sends more than ${maxBytes / 1024 / 1024} MB.`);
    parts.push(part);
  }
  return { body: Buffer.concat(parts) };
}

type LookupCallback = (error: Error | null, addresses: LookupAddress[] | string, family?: number) => void;

/** Looks up a host; fails when any of its addresses is not public, because the system chooses among them. */
function lookupPublic(host: string, options: { all?: boolean }, found: LookupCallback): void {
  resolve(host, { all: true }, (error, addresses) => {
    if (error) return found(error, []);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return found(new FetchRefused(notPublic(host)), []);
    if (options.all) return found(null, addresses);
    return found(null, addresses[0]!.address, addresses[0]!.family);
  });
}

function specialNetworks(): BlockList {
  const list = new BlockList();
  const four = (
    '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
    '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
  ).split(' ');
  // Addresses that embed an IPv4 address (Teredo, 6to4) lead to any of those above.
  const six = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'.split(' ');
  for (const [networks, family] of [
    [four, 'ipv4'],
    [six, 'ipv6'],
  ] as const)
    for (const network of networks) {
      const [base, bits] = network.split('/');
      list.addSubnet(base!, Number(bits), family);
    }
  return list;
}
