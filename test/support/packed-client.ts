import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { transform } from '@swc/core';

const run = promisify(execFile);
const PACKAGE = 'clients/typescript';

/** The client as `npm pack` makes it, installed in a folder of its own: what a program outside this repository has. */
export class PackedClient {
  private constructor(readonly folder: string) {}

  static async install(): Promise<PackedClient> {
    const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'aftertalk-client-')));
    const packed = new PackedClient(folder);
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PACKAGE });
    const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
    await run('tar', ['-xzf', path.join(folder, filename), '-C', folder]);
    await mkdir(path.join(folder, 'node_modules/@aftertalk'), { recursive: true });
    await rename(path.join(folder, 'package'), path.join(folder, 'node_modules/@aftertalk/client'));
    await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
    const { dependencies } = JSON.parse(await packed.read('package.json')) as { dependencies: Record<string, string> };
    for (const name of [...Object.keys(dependencies), '@types']) await packed.link(name);
    return packed;
  }

  /** A file of the package. */
  read(name: string): Promise<string> {
    return readFile(path.join(this.folder, 'node_modules/@aftertalk/client', name), 'utf8');
  }

  /** Puts a TypeScript program beside the package, as the JavaScript that every supported Node runs. */
  async program(name: string, source: string): Promise<string> {
    const { code } = await transform(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } });
    const file = path.join(this.folder, `${name}.mjs`);
    await writeFile(file, code);
    return file;
  }

  /** Starts a program with plain Node, with a channel for messages. */
  start(file: string, env: Record<string, string>): ChildProcess {
    const { PATH = '', HOME = '' } = process.env;
    return spawn(process.execPath, [file], {
      cwd: this.folder,
      env: { PATH, HOME, ...env },
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    });
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private async link(name: string): Promise<void> {
    await symlink(path.resolve('node_modules', name), path.join(this.folder, 'node_modules', name));
  }
}
