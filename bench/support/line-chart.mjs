/** A line chart as SVG, with a logarithmic x axis and a y axis from zero; readable on light and dark pages. */
const [WIDTH, HEIGHT] = [720, 400];
const BOX = { left: 76, right: 20, top: 56, bottom: 84 };
const COLOURS = [
  ['#0b5cad', '#6cb2ff'],
  ['#b4540a', '#ffab6b'],
  ['#5a6472', '#aab4c2'],
];
const DASHES = ['', '7 5', '2 5'];

export function lineChart({ title, x, y, points, lines }) {
  const [least, most] = [points[0].x, points.at(-1).x];
  const top = roundUp(Math.max(...points.flatMap((point) => lines.map(({ key }) => point[key]))));
  const across = (value) =>
    BOX.left + ((WIDTH - BOX.left - BOX.right) * Math.log(value / least)) / Math.log(most / least);
  const up = (value) => HEIGHT - BOX.bottom - ((HEIGHT - BOX.top - BOX.bottom) * value) / top;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * top);
  const grid = ticks.map(
    (tick) =>
      `<line class="grid" x1="${BOX.left}" x2="${WIDTH - BOX.right}" y1="${up(tick)}" y2="${up(tick)}"/><text ` +
      `class="tick" x="${BOX.left - 8}" y="${up(tick) + 4}" text-anchor="end">${number(tick)}</text>`,
  );
  const places = points.map(
    (point) =>
      `<text class="tick" x="${across(point.x).toFixed(1)}" y="${HEIGHT - BOX.bottom + 20}" ` +
      `text-anchor="middle">${number(point.x)}</text>`,
  );
  const curves = lines.map(({ key, name }, i) => {
    const at = points.map((point) => [across(point.x).toFixed(1), up(point[key]).toFixed(1)]);
    const dots = at.map(
      ([cx, cy], k) =>
        `<circle class="c${i} dot" cx="${cx}" cy="${cy}" r="4"><title>${escaped(name)}: ${number(points[k].x)} ` +
        `${escaped(x)}, ${number(points[k][key])} ${escaped(y)}</title></circle>`,
    );
    const left = BOX.left + i * 205;
    const corners = at.map((pair) => pair.join(',')).join(' ');
    return (
      `<polyline class="c${i}" points="${corners}" stroke-dasharray="${DASHES[i]}"/>${dots.join('')}\n` +
      `<line class="c${i}" x1="${left}" x2="${left + 28}" y1="${HEIGHT - 14}" y2="${HEIGHT - 14}" ` +
      `stroke-dasharray="${DASHES[i]}"/>` +
      `<text class="legend" x="${left + 34}" y="${HEIGHT - 10}">${escaped(name)}</text>`
    );
  });
  const middle = (WIDTH + BOX.left - BOX.right) / 2;
  const inColour = (colour, i) => `.c${i} { stroke: ${colour} } .c${i}.dot { fill: ${colour} }`;
  const [light, dark] = [0, 1].map((tone) => COLOURS.map((pair, i) => inColour(pair[tone], i)).join(' '));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
 aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="13">
<style>
text { fill: #1b1f24 } .title { font-size: 16px; font-weight: 600 } .grid { stroke: #d3d9e0 }
polyline, line { fill: none; stroke-width: 2 } .grid { stroke-width: 1 }
${light}
@media (prefers-color-scheme: dark) { text { fill: #e8edf3 } .grid { stroke: #3a424d } ${dark} }
</style>
<text class="title" x="${BOX.left}" y="24">${escaped(title)}</text>
<text x="${BOX.left}" y="44">${escaped(y)}</text>
${grid.join('\n')}
${places.join('\n')}
<text x="${middle}" y="${HEIGHT - BOX.bottom + 42}" text-anchor="middle">${escaped(x)}</text>
${curves.join('\n')}
</svg>
`;
}

/** The next round number with one or two digits for the axis. */
function roundUp(value) {
  const step = 10 ** Math.floor(Math.log10(value || 1));
  return [1, 2, 4, 6, 8, 10].map((factor) => factor * step).find((each) => each >= value);
}

const number = (value) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3))).toLocaleString('en');
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
