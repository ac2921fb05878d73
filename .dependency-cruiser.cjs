/**
 * The stairs: a room imports from the floors below it, never from its own landing and never up.
 * DESIGN lists the rooms; a new room must be put on a floor here first.
 */
const floors = [
  ['kernel'],
  ['platform'],
  ['programme'],
  ['accounts'],
  ['sessions'],
  ['passkeys'],
  ['threads'],
  ['comments'],
  ['questions'],
  ['moderation'],
  ['transcript'],
  ['recap'],
  ['live', 'desk', 'notifications', 'feeds', 'webhooks', 'metrics', 'imports', 'exports'],
  ['pages', 'ops'],
];
const any = (rooms) => `^src/(${rooms.join('|')})/`;
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const stairs = floors.flatMap((rooms, floor) =>
  rooms.map((room) =>
    rule(
      `${room}-looks-down`,
      { path: any([room]) },
      { path: any([...rooms, ...floors.slice(floor + 1).flat()]), pathNot: any([room]) },
    ),
  ),
);

module.exports = {
  forbidden: [
    ...stairs,
    rule('every-room-has-a-floor', { path: '^src/[^/]+/', pathNot: any(floors.flat()) }, {}),
    rule('no-cycles', {}, { circular: true }),
    rule('no-barrels', {}, { path: '^src/.*/index\\.ts$' }),
    rule(
      'kernel-is-plain-typescript',
      { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      { pathNot: '^src/kernel/', dependencyTypesNot: ['core'] },
    ),
    rule('policies-are-pure', { path: '\\.policy\\.ts$' }, { pathNot: '^src/kernel/|\\.policy\\.ts$' }),
    rule(
      'subfolders-are-private',
      { path: '^src/([^/]+)/' },
      { path: '^src/(?!platform/)[^/]+/[^/]+/', pathNot: '^src/$1/' },
    ),
    // Addresses are opened at one counter, for the mailer and for sign-in; the other files here make, hold and change
    // its keys.
    rule(
      'only-the-address-desk-opens-the-vault',
      {
        path: '^src/',
        pathNot:
          '^src/accounts/(private/|(address-desk|forum-secrets|held-keys|rotate-keys|keys-at-hand|accounts\\.module)\\.ts$)',
      },
      { path: '^src/accounts/private/' },
    ),
    rule(
      'entrances-are-not-imported',
      { pathNot: '\\.module\\.ts$' },
      { path: '\\.(controller|gateway|page)\\.tsx?$' },
    ),
    // The ground floor is open to all: a module hands its room the clock, the log and the registry of scopes.
    rule(
      'modules-meet-modules',
      { path: '^src/([^/]+)/[^/]+\\.module\\.ts$' },
      { path: '^src/', pathNot: ['^src/$1/', '^src/(kernel|platform)/', '\\.module\\.ts$'] },
    ),
    rule('only-pages-render', { path: '^src/', pathNot: '^src/pages/' }, { path: '^web/' }),
    rule('web-knows-no-server', { path: '^web/' }, { path: '^src/|node_modules/(@nestjs|typeorm|pg)/' }),
    rule(
      'no-tests-in-the-product',
      { path: '^(src|web)/', pathNot: '\\.spec\\.tsx?$' },
      { path: '^test/|\\.spec\\.tsx?$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
