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
  'engine.io-client/build/esm/contrib/parseqs.js': `
    export const encode = (fields) => new URLSearchParams(fields).toString();
    export const decode = (query) => Object.fromEntries(new URLSearchParams(query));`,
  // Other clocks and runtimes than those of a browser.
  'engine.io-client/build/esm/globals.js': `
    export const globalThisShim = globalThis;
    export const defaultBinaryType = 'arraybuffer';
    export const createCookieJar = () => {};
    export const nextTick = (work) => void Promise.resolve().then(work);`,
  'engine.io-client/build/esm/util.js': `
    export const installTimerFunctions = (on) => {
      on.setTimeoutFn = setTimeout.bind(globalThis);
      on.clearTimeoutFn = clearTimeout.bind(globalThis);
    };
    export const pick = () => ({});
    export const byteLength = () => 0;
    export const randomString = () => '';`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data = '' }, supportsBinary, callback) => callback(PACKET_TYPES[type] + data);
    export const encodePacketToBinary = null;`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `
    import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (encoded) => {
      const type = PACKET_TYPES_REVERSE[encoded[0]];
      return type ? { type, data: encoded.slice(1) } : ERROR_PACKET;
    };`,
  // A page connects to a namespace of the server that it came from.
  'socket.io-client/build/esm/url.js':
    'export const url = (path) => ({ source: location.origin, id: location.origin, path });',
  'socket.io-parser/build/esm/is-binary.js': 'export const isBinary = () => false; export const hasBinary = isBinary;',
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = (packet) => ({ packet, buffers: [] });
    export const reconstructPacket = (packet) => packet;`,
};

/**
 * Methods of the Socket.IO client by what is left of them here: of the upgrade to a WebSocket, which is the only way; of
 * binary messages; of errors and repetitions of what was not acknowledged, and of listening to all events, which no page
 * asks for.
 */
const SHORTENED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'engine.io-client/build/esm/socket.js': {
    _probe: '',
    _filterUpgrades: 'return [];',
    _getWritablePackets: 'return this.writeBuffer;',
    _open: `
      this.readyState = 'opening';
      const transport = this.createTransport('websocket');
      transport.open();
      this.setTransport(transport);`,
    _onError: `
      this.emitReserved('error', err);
      this._onClose('transport error', err);`,
    close: `
      const close = () => {
        this._onClose('forced close');
        this.transport.close();
      };
      if (this.readyState === 'opening' || this.readyState === 'open') {
        this.readyState = 'closing';
        if (this.writeBuffer.length) this.once('drain', close);
        else close();
      }
      return this;`,
  },
  'socket.io-client/build/esm/socket.js': {
    emit: `
      args.unshift(ev);
      const packet = { type: PacketType.EVENT, data: args, options: {} };
      if (typeof args.at(-1) === 'function') {
        packet.id = this.ids++;
        this.acks[packet.id] = args.pop();
      }
      if (this.connected && !this.io.engine._hasPingExpired()) this.packet(packet);
      else this.sendBuffer.push(packet);
      return this;`,
    _registerAckCallback: '',
    emitEvent: 'super.emit.apply(this, args);',
    emitWithAck: '',
    _addToQueue: '',
    _clearAcks: '',
    _drainQueue: '',
    onAny: '',
    prependAny: '',
    offAny: '',
    onAnyOutgoing: '',
    prependAnyOutgoing: '',
    offAnyOutgoing: '',
    notifyOutgoingListeners: '',
    listenersAny: '',
    listenersAnyOutgoing: '',
    compress: '',
    timeout: '',
  },
  'socket.io-parser/build/esm/index.js': {
    encode: 'return [this.encodeAsString(obj)];',
    encodeAsBinary: '',
    encodeAsString: `
      const { type, nsp, id = '', data } = obj;
      return type + (nsp === '/' ? '' : nsp + ',') + id + (data == null ? '' : JSON.stringify(data));`,
    // What is no packet throws, which closes the connection.
    decodeString: `
      const [head, type, nsp = '/', id] = /^([0-4])(?:(\\/[^,]*),)?(\\d+)?/.exec(str);
      const rest = str.slice(head.length);
      return { type: +type, nsp, id: id && +id, data: rest ? JSON.parse(rest) : undefined };`,
    tryParse: '',
    'static isPayloadValid': '',
    add: 'super.emitReserved("decoded", this.decodeString(obj));',
    destroy: '',
  },
};

/** What stands for a file of a library, by the end of its path; undefined for all others. */
const partFor = <T>(parts: Readonly<Record<string, T>>, id: string): T | undefined =>
  parts[Object.keys(parts).find((file) => id.endsWith(`/node_modules/${file}`)) ?? ''];

/** Replaces the body of a method of a class. Throws when a new version of the library has none of that name. */
function shortened(source: string, [method, left]: [name: string, body: string]): string {
  const body = new RegExp(`(\\n {4}${method}\\([^)]*\\) \\{\\n)[^]*?(?=\\n {4}\\}\\n)`);
  if (!body.test(source)) throw new Error(`vite.config.ts shortens the method ${method}, which is not there any more`);
  return source.replace(body, (whole, head: string) => head + left);
}

/** What the bundler puts around each `import()`, to preload what that imports: a few hundred bytes here, and no CSS. */
const PRELOADER = 'vite/preload-helper.js';

/** Replaces these parts, which saves each reader 7 kB. */
const lightLibraries: Plugin = {
  name: 'light-libraries',
  load: (id) =>
    id.endsWith(PRELOADER) ? 'export const __vitePreload = (load) => load();' : (partFor(UNUSED, id) ?? null),
  transform: (source, id) => {
    const methods = partFor(SHORTENED, id);
    return methods ? Object.entries(methods).reduce(shortened, source) : null;
  },
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
