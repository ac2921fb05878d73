/** The texts in the picture of a thread, never any by a participant. `foot` is a line such as the day and the room. */
export interface PictureTexts {
  over: string;
  title: string;
  foot: string;
  /** The conference's colour where it has one, and its logo as a PNG. */
  accent?: string | null;
  logo?: { png: Buffer; width: number; height: number } | null;
}

/** Size in pixels, as Open Graph recommends (1.91 to 1). */
export const PICTURE = { width: 1200, height: 630 };

const LINES = 4;

function sizeOf(title: string): number {
  if (title.length > 90) return 52;
  return title.length > 45 ? 60 : 72;
}

interface TextStyle {
  y: number;
  fontSize: number;
  fill: string;
  weight?: number;
}

/** The box of a logo, in the upper right corner. */
const LOGO = { right: 1116, top: 64, width: 260, height: 84 };

function logoOf({ png, width, height }: NonNullable<PictureTexts['logo']>): string {
  const scale = Math.min(LOGO.width / width, LOGO.height / height);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  return (
    `<image x="${LOGO.right - w}" y="${LOGO.top}" width="${w}" height="${h}" ` +
    `href="data:image/png;base64,${png.toString('base64')}"/>`
  );
}

export function svgOf({ over, title, foot, accent, logo = null }: PictureTexts): string {
  const colour = accent ?? '#0b5d6b';
  const size = sizeOf(title);
  const lines = wrapped(title, Math.floor(1_560 / size));
  const text = (words: string, { y, fontSize, fill, weight = 400 }: TextStyle): string =>
    `<text x="84" y="${y}" font-family="DejaVu Sans" font-size="${fontSize}" font-weight="${weight}" ` +
    `fill="${fill}">${escaped(words)}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}"><rect ` +
    'width="100%" height="100%" fill="#fbfaf7"/><rect width="24" height="100%" fill="' +
    `${colour}"/>` +
    (logo === null ? '' : logoOf(logo)) +
    text(wrapped(over, logo === null ? 48 : 36, 1)[0] ?? '', { y: 112, fontSize: 34, fill: '#5c646d' }) +
    lines
      .map((line, i) => text(line, { y: 220 + i * size * 1.2, fontSize: size, fill: '#22262b', weight: 700 }))
      .join('') +
    text(wrapped(foot, 60, 1)[0] ?? '', { y: 560, fontSize: 30, fill: colour }) +
    '</svg>'
  );
}

/** Wraps words into lines of about `letters`; what does not fit ends in an ellipsis. */
function wrapped(text: string, letters: number, most = LINES): string[] {
  const lines: string[] = [''];
  for (const word of text
    .split(/\s+/)
    .flatMap((each) => ([...each].length > letters ? chunked(each, letters) : [each]))) {
    const last = lines.at(-1)!;
    if (last === '') lines[lines.length - 1] = word;
    else if ([...last, ' ', ...word].length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!} …`];
}

const chunked = (word: string, letters: number): string[] =>
  [...word].reduce<string[]>(
    (parts, letter, i) => (i % letters === 0 ? [...parts, letter] : [...parts.slice(0, -1), parts.at(-1)! + letter]),
    [],
  );

/** Without what XML cannot hold. */
const escaped = (text: string): string =>
  text.replace(/[\uFFFE\uFFFF]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
