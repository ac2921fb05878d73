// `nest build` compiles the .ts files of src/. This compiles the rest of what the server runs: components (.tsx),
// web/, migrations/ and the catalogues, into the same shape.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from '@swc/core';

const options = {
  '.ts': JSON.parse(await readFile('.swcrc', 'utf8')),
  '.tsx': JSON.parse(await readFile('swc.components.json', 'utf8')),
};
const wanted = { src: ['.tsx'], web: ['.ts', '.tsx'], migrations: ['.ts'], locales: ['.ts'] };

/** Into the folder of a build. */
export async function buildRest(into) {
  for (const [folder, kinds] of Object.entries(wanted)) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const kind = path.extname(entry.name);
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || !kinds.includes(kind) || /\.spec\./.test(entry.name) || file === 'web/client.tsx')
        continue;
      const { code, map } = await transform(await readFile(file, 'utf8'), {
        ...options[kind],
        swcrc: false,
        filename: file,
        sourceFileName: path.resolve(file),
      });
      const out = path.join(into, file.slice(0, -kind.length) + '.js');
      await mkdir(path.dirname(out), { recursive: true });
      await writeFile(out, `${code}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
      await writeFile(`${out}.map`, map);
    }
  }
  for (const name of ['fr.json', 'en.json']) await cp(`locales/${name}`, path.join(into, 'locales', name));
}
