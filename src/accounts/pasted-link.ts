/** The secret in an invitation link. */
const IN_A_LINK = {
  claim: /\/claim#([\w-]{20,200})/,
  'sign-in': /\/sign-in#([\w-]{20,200})/,
};

/** Most mail gateways in a row that may have encoded a link. */
const MOST_ENCODINGS = 4;

/**
 * Finds the secret of a pasted link of the forum: the link itself, or the link as a mail gateway rewrote it
 * (Outlook SafeLinks, Proofpoint, Barracuda, Google and others carry it encoded). Null when there is none.
 */
export function secretIn(pasted: string, page: keyof typeof IN_A_LINK): string | null {
  for (const link of readings(pasted)) {
    const secret = IN_A_LINK[page].exec(link)?.[1];
    if (secret !== undefined) return secret;
  }
  return null;
}

/** The secret of an invitation; without a link the part after the last #. */
export const secretOfInvitation = (pasted: string): string =>
  secretIn(pasted, 'claim') ?? pasted.replace(/^.*#/s, '').trim();

/** Whether it is one web address and nothing else. Some gateways (Mimecast) hide ours in theirs. */
export const isAddress = (pasted: string): boolean => /^\s*https?:\/\/\S+\s*$/i.test(pasted);

function* readings(pasted: string): Generator<string> {
  // A mail program may have broken the line.
  let text = pasted.replace(/\s*[\r\n]\s*/g, '');
  for (let i = 0; i < MOST_ENCODINGS; i += 1) {
    yield text;
    const decoded = [proofpoint3(text), proofpoint2(text)].find((each) => each !== null);
    text = decoded ?? percentDecoded(text);
  }
}

/** Decodes ASCII only, since a link holds nothing else; a % that encodes nothing stays. */
const percentDecoded = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Proofpoint URL Defense 2: in `u`, - is % and _ is /. */
function proofpoint2(text: string): string | null {
  const link = /urldefense[\w.-]*\/v[12]\/url\?(?:.*&)?u=([^&]+)/.exec(text)?.[1];
  return link === undefined ? null : percentDecoded(link.replaceAll('_', '/').replaceAll('-', '%'));
}

/** Length of a run in Proofpoint URL Defense 3, by the index of the letter after `**`, counted from 2. */
const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Proofpoint URL Defense 3: `/v3/__LINK__;CHARACTERS!…`, where * in the link is the next of the characters (base64),
 * and ** with a letter a run of them.
 */
function proofpoint3(text: string): string | null {
  const [, link, encoded = ''] = /urldefense[\w.-]*\/v3\/__(.+?)__;([\w=-]*)!/.exec(text) ?? [];
  if (link === undefined) return null;
  const characters = Buffer.from(encoded, 'base64url').toString('utf8');
  let next = 0;
  return link.replace(/\*(\*(.))?/g, (_, _run, letter: string | undefined) => {
    const length = letter === undefined ? 1 : RUN_LENGTHS.indexOf(letter) + 2;
    next += length;
    return characters.slice(next - length, next);
  });
}
