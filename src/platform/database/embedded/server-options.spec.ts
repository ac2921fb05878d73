import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { serverOptions } from './server-options.ts';

const wordsOf = (line: string): string[] =>
  execFileSync('/bin/sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

describe('the options of PostgreSQL', () => {
  it('reach it through a shell as they were given', () => {
    for (const folder of ['/srv/plain-1', '/srv/with space', "/srv/l'été", '/srv/$HOME `id` "x" \\ ;&']) {
      expect(wordsOf(serverOptions({ listen_addresses: '', unix_socket_directories: folder }))).toEqual([
        '-c',
        'listen_addresses=',
        '-c',
        `unix_socket_directories=${folder}`,
      ]);
    }
  });
});
