import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { RecurringTasks, type RecurringTask } from '../../src/platform/recurring-tasks.ts';
import { World } from '../support/world.ts';

const FILE = 'docs/recurring-tasks.md';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const SPANS = [
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
  [1, 'ms'],
] as const;

function spanOf(ms: number): string {
  const [unit, name] = SPANS.find(([each]) => ms % each === 0)!;
  return `${ms / unit} ${name}`;
}

const rowOf = ({ name, everyMs, isAtStart, does }: RecurringTask): string =>
  `| \`${name}\` | ${spanOf(everyMs)}${isAtStart ? ', and at the start' : ''} | ${does} |`;

const documentOf = (tasks: readonly RecurringTask[]): string => `# What happens by itself

Every node runs these tasks; where two nodes must not do the same at once, the task takes a lock. The part before the
slash is the module. This list is written by \`WRITE_DOCS=1 npm run jest -- test/architecture/recurring-tasks\`.

| task | every | what it does |
|---|---|---|
${tasks.map(rowOf).toSorted().join('\n')}
`;

describe('what happens by itself', () => {
  it('is in one list, which the documents print', async () => {
    const document = documentOf(world.app.get(RecurringTasks).list());
    if (process.env['WRITE_DOCS']) await writeFile(FILE, document);
    expect(await readFile(FILE, 'utf8')).toBe(document);
  });

  it('is named by its module', () => {
    const modules = world.app
      .get(RecurringTasks)
      .list()
      .map(({ name }) => name.split('/')[0]!);
    expect(modules.filter((name) => !existsSync(`src/${name}`))).toEqual([]);
  });
});
