import { domainToASCII } from 'node:url';
import { skeletonOf } from '../../kernel/look-alikes.ts';

/** Scripts that are used together in one word; Latin combines with each group (UTS #39, 5.2). */
const TOGETHER = [
  /^[\p{scx=Latn}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}]*$/u,
  /^[\p{scx=Latn}\p{scx=Hani}\p{scx=Bopo}]*$/u,
  /^[\p{scx=Latn}\p{scx=Hani}\p{scx=Hang}]*$/u,
];
const LATIN = /^[\p{scx=Latn}\p{scx=Zyyy}\p{scx=Zinh}]*$/u;
/** Latin letters of languages; phonetic letters are left out, because they look like these. */
const COMMON_LATIN = /^[ -\u0130\u0132-\u024F\u1E00-\u1EFF\p{M}]*$/u;
// oxlint-disable-next-line no-control-regex -- ASCII is what is looked for
const ONLY_ASCII = /^[\u0000-\u007F]*$/;
const LETTERS = /\p{L}/gu;

/** A host for display: in ASCII where a label mixes scripts or consists of letters that look like others. */
export function hostShown(host: string): string {
  if (ONLY_ASCII.test(host) || !host.split('.').some((label) => misleads(label))) return host;
  return domainToASCII(host) || host;
}

function misleads(label: string): boolean {
  if (ONLY_ASCII.test(label)) return false;
  if (LATIN.test(label)) return !COMMON_LATIN.test(label.normalize('NFC'));
  const letters = (label.match(LETTERS) ?? []).join('');
  return !isOfOneScript(letters) || ONLY_ASCII.test(skeletonOf(label));
}

function isOfOneScript(letters: string): boolean {
  if (TOGETHER.some((group) => group.test(letters))) return true;
  return SCRIPTS.some((script) => script.test(letters));
}

/** Scripts that hosts are written in without others. */
const SCRIPTS = [
  'Arab',
  'Armn',
  'Beng',
  'Cyrl',
  'Deva',
  'Ethi',
  'Geor',
  'Grek',
  'Gujr',
  'Guru',
  'Hebr',
  'Khmr',
  'Knda',
  'Laoo',
  'Mlym',
  'Mymr',
  'Orya',
  'Sinh',
  'Taml',
  'Telu',
  'Thaa',
  'Thai',
  'Tibt',
].map((script) => new RegExp(`^\\p{scx=${script}}*$`, 'u'));
