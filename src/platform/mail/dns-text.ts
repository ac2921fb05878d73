import { promises as dns } from 'node:dns';

/** Looks up the TXT entries of a name; none for a name without, null when no resolver answers. */
export type LookUpText = (name: string) => Promise<readonly string[] | null>;

/** Answers of a resolver that knows of no such entry. */
const ABSENT = ['ENOTFOUND', 'ENODATA'];

/** Asks the resolvers of this machine, or those given as `address:port`. An answer may take `timeoutMs`. */
export function textLookUp(timeoutMs: number, servers?: readonly string[]): LookUpText {
  const resolver = new dns.Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers) resolver.setServers(servers);
  return async (name) => {
    try {
      // An entry longer than 255 bytes comes in parts (RFC 7208, 3.3).
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    } catch (error) {
      return ABSENT.includes((error as NodeJS.ErrnoException).code ?? '') ? [] : null;
    }
  };
}
