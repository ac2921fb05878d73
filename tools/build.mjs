// `npm run build`: builds server and client into a folder below `.builds`, which `dist` links to. Does nothing when
// there is a build of these sources, settings and packages.
import { Builds } from './builds.mjs';
import { hashOfSources } from './build-sources.mjs';

const begun = performance.now();
const builds = new Builds({ folder: '.builds', link: 'dist' });
try {
  const isNew = await builds.use(await hashOfSources(), async (folder) => {
    const { makeBuild } = await import('./make-build.mjs');
    await makeBuild(folder);
  });
  if (isNew) console.log(`built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`not built, what was built before stays: ${error.message}`);
  process.exit(1);
}
