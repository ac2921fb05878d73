// Draws the icons of the forum as PNG into src/pages/icons/drawn-icons.json, once, after icon-svg.ts has changed:
// `node --import ./test/support/runner/typescript.mjs tools/draw-icons.mjs`. A test compares both.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { DRAWN_ICONS } from '../src/pages/icons/icon-svg.ts';

await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
const draw = ({ svg, size }) =>
  Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()).toString('base64');
const drawn = Object.fromEntries(Object.entries(DRAWN_ICONS).map(([name, icon]) => [name, draw(icon)]));
await writeFile('src/pages/icons/drawn-icons.json', `${JSON.stringify(drawn, null, 2)}\n`);
