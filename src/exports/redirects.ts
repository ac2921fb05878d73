import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../platform/config/settings.ts';
import { MovedPaths } from '../platform/http/moved-paths.ts';
import { Log } from '../platform/logging/log.ts';

/**
 * Serves the redirects of `DATA_DIR/redirects.json`, as an archive has them: `{"version": 1, "redirects":
 * {"/c/old/t/talk": "/c/new/t/talk"}}`. Read at start.
 */
@Injectable()
export class Redirects implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly movedPaths: MovedPaths,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    const file = path.join(this.config.get('DATA_DIR'), 'redirects.json');
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return;
    try {
      const { redirects } = JSON.parse(text) as { redirects: Record<string, unknown> };
      for (const [from, to] of Object.entries(redirects))
        if (from.startsWith('/') && typeof to === 'string') this.movedPaths.set(from, to);
    } catch (error) {
      this.log.warn({ error }, 'redirects.json cannot be read; no address is redirected');
    }
  }
}
