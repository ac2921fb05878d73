/** Most lines and characters of a signature; longer ones may be words. */
const SIGNATURE_LINES = 8;
const SIGNATURE_CHARACTERS = 400;

/** Four words or more, and the sign that ends a sentence. */
const SENTENCE = /\p{L}+(?:[\s,;:’'-]+\p{L}+){3,}[.!?…]["”»)]*\s*$/mu;

const SENT_FROM =
  /^(sent from|sent with|get outlook for|envoyé (depuis|de mon|à partir de|avec)|télécharger outlook|gesendet (von|mit)|von .+ gesendet|enviado desde|verzonden|verstuurd)\b/i;

/** Names of telephones and mail programs in the line that they add. */
const DEVICE =
  /\b(phone|iphone|ipad|android|galaxy|samsung|huawei|xiaomi|pixel|mobile?|smartphone|tablet(te)?|device|appareil|t[ée]l[ée](phone|fon|fono)|portable|m[óo]vil|handy|outlook|yahoo|gmail|mail|messagerie|courrier|proton|windows|thunderbird|spark)\b/i;

/** A text without its signature. Unsure where the signature may be words; the text has it then. */
export interface CutSignature {
  readonly text: string;
  readonly isSure: boolean;
}

/** Whether a piece can be nothing but a signature: it is short, and has no sentence. */
export const isSignatureSurely = (piece: string): boolean =>
  piece.length <= SIGNATURE_CHARACTERS && piece.trim().split('\n').length <= SIGNATURE_LINES && !SENTENCE.test(piece);

/** Removes a signature behind the usual line (RFC 3676, 4.3), or the last line of a telephone. */
export function cutSignature(text: string): CutSignature {
  const own = withoutDeviceLine(text.split('\n'));
  const at = own.findLastIndex((line) => /^--\s?$/.test(line));
  if (at < 0) return { text: joined(own), isSure: true };
  return isSignatureSurely(joined(own.slice(at + 1)))
    ? { text: joined(own.slice(0, at)), isSure: true }
    : { text: joined(own), isSure: false };
}

const joined = (lines: readonly string[]): string => lines.join('\n').trimEnd();

/** A line that says so and names a device, and below it nothing but a link. */
function withoutDeviceLine(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => SENT_FROM.test(line.trim()));
  const isDevice = at >= 0 && lines[at]!.length <= 120 && DEVICE.test(lines[at]!);
  const isLast = lines.slice(at + 1).every((line) => /^$|^<?https?:\/\/\S+$/.test(line.trim()));
  return isDevice && isLast ? lines.slice(0, at) : lines;
}
