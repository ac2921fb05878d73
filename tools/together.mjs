// `node tools/together.mjs lint layers …`: runs scripts of package.json in parallel, as many as there are cores, and
// prints the output of each when it ends. Fails when one of them fails.
import { spawn } from 'node:child_process';
import os from 'node:os';

const waiting = process.argv.slice(2);

async function run(script) {
  const begun = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  if (code !== 0) process.exitCode = 1;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '' : output}${code === 0 ? 'passed' : 'FAILED'}: ${script}, ${seconds} s\n`);
}

async function runNext() {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) await run(script);
}

await Promise.all(Array.from({ length: os.availableParallelism() }, runNext));
