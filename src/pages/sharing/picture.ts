import { createHash } from 'node:crypto';
import path from 'node:path';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SingleFlight } from '../../kernel/single-flight.ts';
import { Config } from '../../platform/config/settings.ts';
import { DrawingWorker } from '../../platform/images/drawing-worker.ts';
import { Log } from '../../platform/logging/log.ts';
import { ReadingLimits } from '../../sessions/reading-limits.ts';
import { PictureFiles } from './picture-files.ts';
import { svgOf, type PictureTexts } from './picture-svg.ts';

/** Pictures on disk, in bytes, about 40 kB each: those of two large conferences. */
const KEPT_BYTES = 128 * 1024 * 1024;

/** Pictures for links to threads, as PNG since other sites accept no SVG: drawn once, stored below DATA_DIR. */
@Injectable()
export class Pictures implements BeforeApplicationShutdown {
  private readonly files: PictureFiles;
  private readonly worker = new DrawingWorker();
  private readonly drawing = new SingleFlight<Buffer>();

  constructor(
    config: Config,
    private readonly readingLimits: ReadingLimits,
    private readonly log: Log,
  ) {
    this.files = new PictureFiles(path.join(config.get('DATA_DIR'), 'pictures'), KEPT_BYTES);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.end();
  }

  /** The hash of the drawing: equal names mean equal pictures. */
  nameOf(pictured: PictureTexts): string {
    return createHash('sha256').update(svgOf(pictured)).digest('hex');
  }

  /** The picture of this name, if it was drawn before. */
  find(name: string): Promise<Buffer | null> {
    return this.files.read(name);
  }

  /** The picture, drawn if necessary. Throws `too-many-requests`. */
  async get(pictured: PictureTexts, request: FastifyRequest): Promise<Buffer> {
    const name = this.nameOf(pictured);
    const kept = await this.files.read(name);
    if (kept) return kept;
    if (!this.drawing.isAsking(name)) await this.readingLimits.mayBuild(request);
    return this.drawing.ask(name, async () => {
      const png = await this.worker.draw(svgOf(pictured));
      await this.files
        .write(name, png)
        .catch((error: unknown) => this.log.warn({ error }, 'a picture could not be kept and will be drawn again'));
      return png;
    });
  }
}
