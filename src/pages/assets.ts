import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Assets } from '../../web/pages/page.tsx';
import { publicDir } from '../platform/http/prepare-http.ts';

const manifestIn = (dir: string): Record<string, { file: string } | undefined> | null => {
  const manifest = path.join(dir, '.vite', 'manifest.json');
  return existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string } | undefined>)
    : null;
};

/** The addresses of the built script and stylesheet, from the build's manifest; pages work without them. */
export function readAssets(dir = publicDir): Assets {
  const built = manifestIn(dir);
  if (!built) return { script: '', style: '', more: {} };
  const urlOf = (source: string): string => (built[source] ? `/assets/${built[source].file}` : '');
  const deskAndStage = urlOf('web/client/desk-and-stage.ts');
  return {
    script: urlOf('web/client/client.ts'),
    style: urlOf('web/style.css'),
    more: {
      conference: urlOf('web/client/conference.ts'),
      desk: deskAndStage,
      stage: deskAndStage,
      queue: urlOf('web/client/queue.ts'),
      wait: urlOf('web/client/sign-in-wait.ts'),
    },
  };
}

/**
 * The script by which other sites embed a thread; its address never changes, so it is sent and not linked. Empty
 * without a build.
 */
export function readEmbedScript(dir = publicDir): string {
  const file = manifestIn(dir)?.['web/client/embed.ts']?.file;
  return file === undefined ? '' : readFileSync(path.join(dir, file), 'utf8');
}
