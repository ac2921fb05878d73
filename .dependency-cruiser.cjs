/**
 * The order of imports: a module imports from the layers below its own, never up and never from its neighbours. People
 * are shown these six layers (docs/ARCHITECTURE.md); within a layer the lists below order the modules further.
 * A new module is put on a layer here first.
 */
const layers = [
  // foundation
  ['kernel'],
  ['platform'],
  // people and programme
  ['programme'],
  ['accounts'],
  ['sessions'],
  ['passkeys'],
  // the thread
  ['threads'],
  ['comments'],
  // what happens in it
  ['questions'],
  ['transcript'],
  ['recap'],
  ['moderation'],
  ['figures'],
  // outlets
  ['live', 'desk', 'notifications', 'feeds', 'inbound', 'imports', 'exports'],
  // entrances
  // Pages show operators how the server is.
  ['ops'],
  ['pages'],
  ['start'],
];
const any = (modules) => `^src/(${modules.join('|')})/`;
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const onlyDown = layers.flatMap((modules, layer) =>
  modules.map((module) =>
    rule(
      `${module}-imports-from-lower-layers`,
      { path: any([module]) },
      { path: any([...modules, ...layers.slice(layer + 1).flat()]), pathNot: any([module]) },
    ),
  ),
);

module.exports = {
  forbidden: [
    ...onlyDown,
    rule('every-module-has-a-layer', { path: '^src/[^/]+/', pathNot: any(layers.flat()) }, {}),
    rule('nothing-lies-directly-in-src', {}, { path: '^src/[^/]+$' }),
    rule('no-cycles', {}, { circular: true }),
    rule('no-barrels', {}, { path: '^src/.*/index\\.ts$' }),
    rule(
      'kernel-is-plain-typescript',
      { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      // Two tables of Unicode, which ask nothing of anybody.
      { pathNot: '^src/kernel/|node_modules/(?:unhomoglyph|bidi-js)/', dependencyTypesNot: ['core'] },
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
    // The platform is open to all: a module file hands on the clock, the log and the registry of scopes.
    rule(
      'modules-meet-modules',
      { path: '^src/(?!start/)([^/]+)/[^/]+\\.module\\.ts$' },
      { path: '^src/', pathNot: ['^src/$1/', '^src/(kernel|platform)/', '\\.module\\.ts$'] },
    ),
    rule('only-pages-render', { path: '^src/', pathNot: '^src/pages/' }, { path: '^web/' }),
    rule(
      'pages-and-client-do-not-meet',
      { path: '^web/(pages|client)/' },
      { path: '^web/(pages|client)/', pathNot: '^web/$1/' },
    ),
    rule('components-know-neither-pages-nor-client', { path: '^web/components/' }, { path: '^web/(pages|client)/' }),
    rule('the-server-runs-no-client', { path: '^src/' }, { path: '^web/client/' }),
    rule('nothing-lies-directly-in-web', {}, { path: '^web/[^/]+$' }),
    rule('web-knows-no-server', { path: '^web/' }, { path: '^src/|node_modules/(@nestjs|typeorm|pg)/' }),
    // What a program outside runs: the protocol, and small parts without a page.
    rule(
      'clients-share-little',
      { path: '^clients/', pathNot: '\\.spec\\.ts$' },
      {
        path: '^(src|web|test|bench|tools)/',
        pathNot:
          '^web/(components/(transcript-client|shapes)|client/(idempotency-key|join-room|pause-before-retry|proof-of-work|reconnect-always))\\.ts$',
      },
    ),
    rule('the-forum-knows-no-client', { path: '^(src|web)/' }, { path: '^clients/' }),
    rule(
      'no-tests-in-the-product',
      { path: '^(src|web|clients)/', pathNot: '\\.spec\\.tsx?$' },
      { path: '^test/|\\.spec\\.tsx?$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^clients/[^/]+/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
