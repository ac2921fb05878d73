import { defineConfig, type Plugin } from 'vite';

/**
 * Parts of libraries that no page uses: of the Socket.IO client other ways than a WebSocket, and binary messages; of
 * Preact all hooks but the context, of which a page has one value (`chooseLocale`).
 */
const UNUSED: Readonly<Record<string, string>> = {
  'preact/hooks/dist/hooks.mjs': 'export const useContext = (context) => context.chosen;',
  'engine.io-client/build/esm/transports/index.js': `
    import { WS } from './websocket.js';
    export const transports = { websocket: WS };`,
  // Reached only through the list of transports above, and kept for what it tries out when it is loaded.
  'engine.io-client/build/esm/transports/polling-xhr.js':
    'export const XHR = null; export const BaseXHR = null; export const Request = null;',
  // Browsers parse addresses themselves.
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export const parse = (source) => {
      const { protocol, hostname, port, pathname: path, search } = new URL(source);
      const host = hostname.replace(/^\\[|\\]$/g, '');
      return { source, protocol: protocol.slice(0, -1), host, port, path, query: search.slice(1), queryKey: {} };
    };`,
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': 'export const decode = () => null;',
  'socket.io-parser/build/esm/is-binary.js': 'export const isBinary = () => false; export const hasBinary = isBinary;',
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = (packet) => ({ packet, buffers: [] });
    export const reconstructPacket = (packet) => packet;`,
};

/**
 * Methods that do nothing here: of the Socket.IO client the upgrade to a WebSocket, which is the only way; errors and
 * repetitions of what was not acknowledged, and listening to all events, which no page asks for.
 */
const WITHOUT_WORK: Readonly<Record<string, readonly string[]>> = {
  'engine.io-client/build/esm/socket.js': ['_probe'],
  'socket.io-client/build/esm/socket.js': [
    'emitWithAck',
    '_addToQueue',
    '_clearAcks',
    '_drainQueue',
    'onAny',
    'prependAny',
    'offAny',
    'onAnyOutgoing',
    'prependAnyOutgoing',
    'offAnyOutgoing',
    'notifyOutgoingListeners',
    'listenersAny',
    'listenersAnyOutgoing',
    'compress',
    'timeout',
  ],
  'socket.io-parser/build/esm/index.js': ['encodeAsBinary', 'takeBinaryData', 'finishedReconstruction'],
};

/** What stands for a file of a library, by the end of its path; undefined for all others. */
const partFor = <T>(parts: Readonly<Record<string, T>>, id: string): T | undefined =>
  parts[Object.keys(parts).find((file) => id.endsWith(`/node_modules/${file}`)) ?? ''];

/** Empties a method of a class. Throws when a new version of the library has none of that name. */
function emptied(source: string, method: string): string {
  const body = new RegExp(`(\\n {4}${method}\\([^)]*\\) \\{\\n)[^]*?(?=\\n {4}\\}\\n)`);
  if (!body.test(source)) throw new Error(`vite.config.ts empties the method ${method}, which is not there any more`);
  return source.replace(body, '$1');
}

/** What the bundler puts around each `import()`, to preload what that imports: a few hundred bytes here, and no CSS. */
const PRELOADER = 'vite/preload-helper.js';

/** Replaces these parts, which saves each reader 6 kB. */
const lightLibraries: Plugin = {
  name: 'light-libraries',
  load: (id) =>
    id.endsWith(PRELOADER) ? 'export const __vitePreload = (load) => load();' : (partFor(UNUSED, id) ?? null),
  transform: (source, id) => partFor(WITHOUT_WORK, id)?.reduce(emptied, source) ?? null,
};

export default defineConfig({
  plugins: [lightLibraries],
  base: '/assets/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/public',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: false,
    rollupOptions: {
      input: [
        'web/client/client.ts',
        'web/client/conference.ts',
        'web/client/desk-and-stage.ts',
        'web/client/queue.ts',
        'web/client/embed.ts',
        'web/client/sign-in-wait.ts',
        'web/style.css',
      ],
    },
  },
});
