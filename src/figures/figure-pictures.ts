import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DrawingWorker } from '../platform/images/drawing-worker.ts';

/** How many pixels of a picture are one unit of its drawing, for sharp screens and print. */
const SCALE = 4;

/** Draws charts as PNG, for programs that take no SVG. */
@Injectable()
export class FigurePictures implements BeforeApplicationShutdown {
  private readonly worker = new DrawingWorker();

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.end();
  }

  /** The same bytes for the same drawing. */
  draw(svg: string): Promise<Buffer> {
    const [, width, height] = /viewBox="\S+ \S+ (\d+) (\d+)"/.exec(svg)!;
    return this.worker.draw(
      svg.replace('<svg ', `<svg width="${Number(width) * SCALE}" height="${Number(height) * SCALE}" `),
    );
  }
}
