import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from '@swc/core';

const options = {
  '.ts': JSON.parse(await readFile('.swcrc', 'utf8')),
  '.tsx': JSON.parse(await readFile('swc.components.json', 'utf8')),
};

/** Folder of the files that only browsers run. */
const CLIENT = path.join('web', 'client', path.sep);

/** Whether a file is part of the server: sources except tests and the client, and the catalogues. */
export const isOfServer = (file) =>
  (path.extname(file) in options && !/\.spec\./.test(file) && !file.startsWith(CLIENT)) ||
  /^(?:locales\/\w+|src\/.+)\.json$/.test(file);

/** The files of these folders that are part of the server. */
export async function filesOfServer(folders) {
  const found = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) found.push(path.join(entry.parentPath, entry.name));
  }
  return found.filter(isOfServer);
}

/** Compiles a file into the same place below a folder, or removes its output when it is gone; returns the code. */
export async function compileFile(file, into) {
  const kind = path.extname(file);
  const out = path.join(into, kind in options ? file.slice(0, -kind.length) + '.js' : file);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    await rm(out, { force: true });
    return '';
  }
  await mkdir(path.dirname(out), { recursive: true });
  if (!(kind in options)) {
    await cp(file, out);
    return '';
  }
  const { code, map } = await transform(text, {
    ...options[kind],
    swcrc: false,
    filename: file,
    sourceFileName: path.resolve(file),
  });
  await writeFile(out, `${code}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
  await writeFile(`${out}.map`, map);
  return code;
}
