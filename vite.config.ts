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

/** Replaces these parts, which saves each reader 4 kB. */
const lightLibraries: Plugin = {
  name: 'light-libraries',
  load: (id) => UNUSED[Object.keys(UNUSED).find((file) => id.endsWith(`/node_modules/${file}`)) ?? ''] ?? null,
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
    modulePreload: { polyfill: false },
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
