import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Longest drawing before the worker counts as stuck, in milliseconds; 50 are usual. */
const STUCK_AFTER_MS = 10_000;
/** Time for which an idle worker keeps its memory (the library and two fonts, about 40 MB), in milliseconds. */
const IDLE_MS = 15_000;
const MEMORY_MB = 256;

/** Runs in a worker thread as CommonJS; `workerData` holds its paths. */
const CODE = `
  const { readFileSync } = require('node:fs');
  const { parentPort, workerData } = require('node:worker_threads');
  const { initWasm, Resvg } = require(workerData.library);
  const fontBuffers = workerData.fonts.map((file) => readFileSync(file));
  const ready = initWasm(readFileSync(workerData.wasm));
  parentPort.on('message', async (svg) => {
    try {
      await ready;
      const font = { fontBuffers, defaultFontFamily: 'DejaVu Sans', loadSystemFonts: false };
      const drawn = new Resvg(svg, { font }).render();
      const png = drawn.asPng();
      drawn.free();
      parentPort.postMessage({ png });
    } catch (error) {
      parentPort.postMessage({ fault: String(error) });
    }
  });
`;

interface DrawingResult {
  png?: Uint8Array;
  fault?: string;
}

/** Draws SVG as PNG in a worker thread, one after another, so that the event loop never waits for a picture. */
export class DrawingWorker {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  draw(svg: string): Promise<Buffer> {
    const turn = this.last.then(() => this.drawNow(svg));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async end(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private async drawNow(svg: string): Promise<Buffer> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= startWorker());
    try {
      return await answerOf(worker, svg);
    } catch (error) {
      // After any failure the next picture gets a new worker.
      await this.end();
      throw error;
    } finally {
      this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    }
  }
}

function startWorker(): Worker {
  const { resolve } = createRequire(import.meta.url);
  const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`));
  const workerData = { library: resolve('@resvg/resvg-wasm'), wasm: resolve('@resvg/resvg-wasm/index_bg.wasm'), fonts };
  const worker = new Worker(CODE, {
    eval: true,
    workerData,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  worker.unref();
  return worker;
}

function answerOf(worker: Worker, svg: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(stuck);
      worker.off('message', listener).off('error', fail).off('exit', gone);
      settle();
    };
    const listener = ({ png, fault }: DrawingResult): void =>
      end(() => (png ? resolve(Buffer.from(png)) : reject(new Error(`a picture could not be drawn: ${fault}`))));
    const fail = (error: Error): void => end(() => reject(error));
    const gone = (): void => end(() => reject(new Error('the worker that draws pictures has ended')));
    const stuck = setTimeout(() => end(() => reject(new Error('a picture was not drawn in time'))), STUCK_AFTER_MS);
    worker.on('message', listener).on('error', fail).on('exit', gone);
    worker.postMessage(svg);
  });
}
