// `npm run build` in this folder: puts the code into one file with the parts it shares with the forum's own pages, and
// the types beside it. Does nothing when `dist` is of these sources.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const dist = path.join(here, 'dist');
/** Names the sources of `dist`, in its first line. */
const MARK = '// made of ';

const filesBelow = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

/** All sources, own and shared, and what decides how they are built. */
async function hashOfSources() {
  const sources = await filesBelow(path.join(here, 'src'));
  const shared = await filesBelow(path.join(root, 'web'));
  const settings = ['package-lock.json', 'tsconfig.json', 'clients/typescript/tsconfig.json'].map((name) =>
    path.join(root, name),
  );
  const hash = createHash('sha256');
  const files = [...sources, ...shared, ...settings, import.meta.filename].filter((file) => !file.includes('.spec.'));
  for (const file of files.toSorted()) hash.update(`\0${path.relative(root, file)}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function bundle() {
  const build = await rolldown({
    input: path.join(here, 'src/index.ts'),
    external: ['openapi-fetch', 'socket.io-client'],
    platform: 'neutral',
    logLevel: 'warn',
  });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  return output[0].code;
}

/** The declarations by their path in `dist`, without those of shared parts: no type of the client is theirs. */
async function declarations() {
  const folder = await mkdtemp(path.join(root, '.cache/client-'));
  try {
    const tsc = path.join(root, 'node_modules/typescript-7/bin/tsc');
    const emit = [
      '--noEmit',
      'false',
      '--incremental',
      'false',
      '--declaration',
      '--emitDeclarationOnly',
      '--outDir',
      folder,
    ];
    await promisify(execFile)(process.execPath, [tsc, '-p', here, ...emit]).catch((error) => {
      throw new Error(error.stdout);
    });
    const own = path.join(folder, 'clients/typescript/src');
    const files = (await filesBelow(own)).filter((file) => !file.includes('.spec.'));
    const named = (text) => text.replaceAll(/(from '\.[^']+)\.ts'/g, "$1.js'");
    return await Promise.all(
      files.map(async (file) => [path.relative(own, file), named(await readFile(file, 'utf8'))]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Replaces each file at once and removes what is no longer made, because several tests may build and pack at a time,
 * all of which write the same.
 */
async function replaceDist(files) {
  const folder = await mkdtemp(path.join(root, '.cache/client-'));
  for (const [name, text] of files) {
    const written = path.join(folder, 'written');
    await writeFile(written, text);
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await rename(written, path.join(dist, name));
  }
  await rm(folder, { recursive: true });
  const made = new Set(files.map(([name]) => path.join(dist, name)));
  for (const file of await filesBelow(dist)) if (!made.has(file)) await rm(file, { force: true });
}

const mark = MARK + (await hashOfSources());
const present = await readFile(path.join(dist, 'index.js'), 'utf8').catch(() => '');
if (!present.startsWith(`${mark}\n`)) {
  await mkdir(path.join(root, '.cache'), { recursive: true });
  const [code, types] = await Promise.all([bundle(), declarations()]);
  // Last, because its first line says that all of it is there.
  await replaceDist([...types, ['index.js', `${mark}\n${code}`]]);
}
