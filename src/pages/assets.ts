import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Assets } from '../../web/page.tsx';
import { publicDir } from '../platform/http/doors.ts';

/** Where the built script and style are, by the list the build leaves; pages without them are still pages. */
export function readAssets(dir = publicDir): Assets {
  const manifest = path.join(dir, '.vite', 'manifest.json');
  if (!existsSync(manifest)) return { script: '', style: '' };
  const built = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string } | undefined>;
  const urlOf = (source: string): string => (built[source] ? `/assets/${built[source].file}` : '');
  return { script: urlOf('web/client.tsx'), style: urlOf('web/style.css') };
}
