import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DrawingWorker } from '../platform/images/drawing-worker.ts';

/** Width of a picture of a chart, in pixels: twice that of the drawing, for sharp screens and print. */
const WIDTH = 1_280;

/** Draws charts as PNG, for programs that take no SVG. */
@Injectable()
export class FigurePictures implements BeforeApplicationShutdown {
  private readonly worker = new DrawingWorker();

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.end();
  }

  /** The same bytes for the same drawing. */
  draw(svg: string): Promise<Buffer> {
    return this.worker.draw(svg.replace('<svg ', `<svg width="${WIDTH}" `));
  }
}
