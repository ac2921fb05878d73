import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SingleFlight } from '../kernel/single-flight.ts';
import { DrawingWorker } from '../platform/images/drawing-worker.ts';

/** Pixels of a picture that are one unit of its drawing, for sharp screens and print. */
const SCALE = 4;

/** Most pictures that are kept, each of some tens of kilobytes. */
const PICTURES_KEPT = 50;

/** Draws charts as PNG, for programs that take no SVG. */
@Injectable()
export class FigurePictures implements BeforeApplicationShutdown {
  private readonly worker = new DrawingWorker();
  private readonly drawing = new SingleFlight<Buffer>();
  /** The latest pictures by their drawings. */
  private readonly drawn = new Map<string, Buffer>();

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.end();
  }

  /** The picture of a drawing, when it is at hand. */
  find(svg: string): Buffer | null {
    return this.drawn.get(svg) ?? null;
  }

  /** The same bytes for the same drawing; drawn once for all who ask meanwhile. */
  draw(svg: string): Promise<Buffer> {
    return this.drawing.ask(svg, async () => {
      const picture = await this.drawNow(svg);
      this.drawn.set(svg, picture);
      if (this.drawn.size > PICTURES_KEPT) this.drawn.delete(this.drawn.keys().next().value!);
      return picture;
    });
  }

  private drawNow(svg: string): Promise<Buffer> {
    const [, width, height] = /viewBox="\S+ \S+ (\d+) (\d+)"/.exec(svg)!;
    return this.worker.draw(
      svg.replace('<svg ', `<svg width="${Number(width) * SCALE}" height="${Number(height) * SCALE}" `),
    );
  }
}
