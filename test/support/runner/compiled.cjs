'use strict';
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');

const root = path.resolve(__dirname, '../../..');
const kept = path.join(root, '.cache', 'compiled-tests');
const options = { '.ts': '.swcrc', '.tsx': 'swc.components.json' };
const read = (name) => readFileSync(path.join(root, name), 'utf8');
const settings = Object.fromEntries(
  Object.entries(options).map(([kind, name]) => [kind, { ...JSON.parse(read(name)), swcrc: false }]),
);
const version = `${swc.version} ${Object.values(options).map(read).join('')}`;

mkdirSync(kept, { recursive: true });

/** Compiles a TypeScript file as the build does, with a cache by its text. */
function compiled(file) {
  const text = readFileSync(file, 'utf8');
  const place = path.join(kept, createHash('sha1').update(version).update(file).update(text).digest('hex'));
  if (!existsSync(`${place}.js`)) {
    const { jsc, ...rest } = settings[path.extname(file)];
    const { code, map } = swc.transformSync(text, {
      ...rest,
      jsc: { ...jsc, rewriteRelativeImportExtensions: false },
      sourceMaps: true,
      filename: file,
      sourceFileName: file,
    });
    write(`${place}.map`, map);
    write(`${place}.js`, code);
  }
  return place;
}

/** Written beside and then renamed, because another worker may compile the same file. */
function write(file, text) {
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

const isOurs = (file) => /\.tsx?$/.test(file) && !file.includes('/node_modules/');

module.exports = {
  isOurs,
  codeOf: (file) => readFileSync(`${compiled(file)}.js`, 'utf8'),
  /** Finds the source map of a file, by its path or address, for stack traces. */
  mapOf: (source) => {
    const file = source.replace(/^file:\/\//, '').replace(/\?.*$/, '');
    return isOurs(file) && existsSync(file) ? `${compiled(file)}.map` : undefined;
  },
};
