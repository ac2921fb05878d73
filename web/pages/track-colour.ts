/** Number of colours of tracks: the classes t0, t1 … of the stylesheet. */
const COLOURS = 8;

/** The colour of a track, by its name, so that it is the same on every page. */
export function trackColour(track: string): string {
  let sum = 0;
  for (const letter of track) sum = (sum * 31 + letter.codePointAt(0)!) % 9_973;
  return `t${sum % COLOURS}`;
}
