import net from 'node:net';

/** Bytes kept of a message that is not read to its end, which hold its names and numbers. */
const KEPT = 240;

const CONTINUATION_OF = { 126: 2, 127: 8 };

/**
 * The buffer into which all messages are read one after another, because a buffer for each socket would cost more than
 * the reading.
 */
const buffer = Buffer.allocUnsafe(256 * 1024);

/**
 * A socket of the namespace /live as in a browser, reduced to what a crowd needs: frames, pings, events,
 * acknowledgements. `whole` keeps entire messages, else their beginning. Answers are always whole.
 */
export class LiveSocket {
  onEvent = () => undefined;
  onLost = () => undefined;
  #head = [];
  #left = 0;
  #kept = [];
  #keptBytes = 0;
  #isAnswered = false;
  #waiting = new Map();
  #asked = 0;
  #isOpen = false;
  #isClosing = false;

  constructor({ port, token, whole }, opened, failed) {
    this.whole = whole;
    this.opened = opened;
    this.failed = failed;
    this.hello = `40/live,${token ? JSON.stringify({ token }) : ''}`;
    const onread = { buffer, callback: (length) => this.#hear(buffer.subarray(0, length)) };
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true, onread }, () => {
      this.socket.write(
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: ' +
          'websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: ' +
          'dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
    });
    this.socket.on('error', (error) => failed(error));
    this.socket.on('close', () => {
      if (!this.#isOpen) failed(new Error('the server closed a connection'));
      for (const { reject } of this.#waiting.values()) reject(new Error('the server closed a connection'));
      if (!this.#isClosing) this.onLost();
    });
  }

  static open(options) {
    return new Promise((resolve, reject) => {
      const socket = new LiveSocket(options, () => resolve(socket), reject);
    });
  }

  /** The text of the acknowledgement; a refusal is thrown. */
  ask(event, message) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(String(this.#asked), { resolve, reject });
      this.#send(`42/live,${this.#asked}${JSON.stringify([event, message])}`);
      this.#asked += 1;
    });
  }

  close() {
    this.#isClosing = true;
    this.socket.destroy();
  }

  #send(text) {
    const words = Buffer.from(text);
    // A mask of zeros is valid and needs no computing.
    const head =
      words.length < 126
        ? Buffer.from([0x81, 0x80 | words.length, 0, 0, 0, 0])
        : Buffer.from([0x81, 0xfe, words.length >> 8, words.length & 255, 0, 0, 0, 0]);
    this.socket.write(Buffer.concat([head, words]));
  }

  #hear(chunk) {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left > 0) at = this.#body(chunk, at);
      else at = this.#isAnswered ? this.#frame(chunk, at) : this.#http(chunk, at);
    }
  }

  /** The answer to the upgrade ends with an empty line. */
  #http(chunk, begin) {
    for (let at = begin; at < chunk.length; at += 1) {
      this.#head.push(chunk[at]);
      if (chunk[at] === 10 && this.#head.at(-3) === 10) {
        this.#head = [];
        this.#isAnswered = true;
        return at + 1;
      }
    }
    return chunk.length;
  }

  /** The server's frames are neither masked nor fragmented. */
  #frame(chunk, begin) {
    let at = begin;
    const head = this.#head;
    while (at < chunk.length && head.length < 2 + (CONTINUATION_OF[head[1]] ?? 0)) head.push(chunk[at++]);
    const more = CONTINUATION_OF[head[1]] ?? 0;
    if (head.length < 2 + more) return at;
    this.#left = more === 0 ? head[1] : head.slice(2).reduce((length, byte) => length * 256 + byte, 0);
    if ((head[0] & 0x0f) === 8) this.socket.destroy();
    this.#head = [];
    if (this.#left === 0) this.#ended();
    return at;
  }

  #body(chunk, at) {
    const end = Math.min(chunk.length, at + this.#left);
    if (this.whole || this.#waiting.size > 0 || this.#keptBytes < KEPT) {
      const part = Buffer.from(
        chunk.subarray(at, this.whole || this.#waiting.size > 0 ? end : Math.min(end, at + KEPT)),
      );
      this.#kept.push(part);
      this.#keptBytes += part.length;
    }
    this.#left -= end - at;
    if (this.#left === 0) this.#ended();
    return end;
  }

  #ended() {
    const text = (this.#kept.length === 1 ? this.#kept[0] : Buffer.concat(this.#kept)).toString();
    this.#kept = [];
    this.#keptBytes = 0;
    if (text === '2') this.#send('3');
    else if (text.startsWith('0')) this.#send(this.hello);
    else if (text.startsWith('40/live,')) {
      this.#isOpen = true;
      this.opened();
    } else if (text.startsWith('42/live,')) this.onEvent(text.slice(8));
    else if (text.startsWith('43/live,')) this.#acknowledged(text.slice(8));
    else if (text.startsWith('44/live,')) this.failed(new Error(`a socket was refused: ${text}`));
  }

  #acknowledged(text) {
    const [id] = text.split('[', 1);
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (text.includes('"ok":true')) resolve(text);
    else reject(new Error(text));
  }
}
