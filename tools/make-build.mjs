import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as buildWithVite } from 'vite';
import { compileFile, filesOfServer } from './compile.mjs';
import { compressAssets } from './compress-assets.mjs';
import { joinServer } from './join-server.mjs';

/** Builds server and client into a folder. */
export async function makeBuild(folder) {
  await Promise.all([makeServer(folder), makeClient(path.join(folder, 'public'))]);
}

async function makeServer(folder) {
  await Promise.all([compile(folder), compileRest(folder)]);
  await joinServer(folder);
}

/** Compiles what `nest build` leaves out: components, pages, migrations and the catalogues. */
async function compileRest(folder) {
  const files = await filesOfServer(['src', 'web', 'migrations', 'locales']);
  for (const file of files) if (!/^src\/.*\.ts$/.test(file)) await compileFile(file, folder);
}

async function makeClient(folder) {
  await buildWithVite({ logLevel: 'warn', build: { outDir: folder } });
  await compressAssets(folder);
}

/** Runs `nest build` into this folder. */
async function compile(folder) {
  const config = JSON.parse(await readFile('nest-cli.json', 'utf8'));
  config.compilerOptions.deleteOutDir = false;
  Object.assign(config.compilerOptions.builder.options, { outDir: folder, quiet: true });
  const file = path.join(folder, 'nest-cli.json');
  await writeFile(file, JSON.stringify(config));
  const nest = spawn(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--config', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => {
    nest.once('exit', resolve);
  });
  if (code !== 0) throw new Error('the server could not be compiled');
  await rm(file);
}
