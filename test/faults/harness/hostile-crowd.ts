import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Damage, Target } from './hostile.ts';

/**
 * Hostile clients in a process of their own, of low priority: on an attacker's machine they would take no time from the
 * forum or from the people who talk, and a test that serves them beside the people measures itself.
 */
export class HostileCrowd {
  private constructor(private readonly child: ChildProcess) {}

  static start(target: Target): HostileCrowd {
    const loader = path.resolve('test/support/runner/typescript.mjs');
    const child = fork(path.resolve('test/faults/harness/hostile.ts'), {
      execArgv: ['--import', loader, '--disable-warning=ExperimentalWarning'],
    });
    child.send(target);
    return new HostileCrowd(child);
  }

  /** Ends the attack; answers what it was answered. */
  async finish(): Promise<Damage> {
    const told = once(this.child, 'message');
    this.child.send('finish');
    const [damage] = (await told) as [Damage];
    return damage;
  }
}
