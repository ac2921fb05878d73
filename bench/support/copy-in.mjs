/** COPY … FROM STDIN as a pg query: rows are sent as they are made, without a file. */
export class CopyIn {
  #connection;
  #done;

  constructor(table, columns) {
    this.text = `copy ${table} (${columns.join(', ')}) from stdin`;
    this.ready = new Promise((resolve, reject) => {
      this.opened = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    this.#done = new Promise((resolve, reject) => {
      this.ended = { resolve, reject };
    });
    this.#done.catch(() => undefined);
  }

  /** Starts it on a connection that does nothing else meanwhile. */
  static async on(client, table, columns) {
    const copy = new CopyIn(table, columns);
    client.query(copy);
    await copy.ready;
    return copy;
  }

  /** Sends rows in COPY's text format; waits while the server is behind. */
  async write(lines) {
    this.#connection.sendCopyFromChunk(Buffer.from(lines));
    if (this.#connection.stream.writableNeedDrain)
      await Promise.race([new Promise((resolve) => this.#connection.stream.once('drain', resolve)), this.#done]);
  }

  end() {
    this.#connection.endCopyFrom();
    return this.#done;
  }

  submit(connection) {
    this.#connection = connection;
    connection.query(this.text);
  }

  handleCopyInResponse() {
    this.opened.resolve();
  }
  handleError(error) {
    this.opened.reject(error);
    this.ended.reject(error);
  }
  handleReadyForQuery() {
    this.ended.resolve();
  }
  handleCommandComplete() {
    /* said by ReadyForQuery */
  }
  handleRowDescription() {
    /* there are no rows */
  }
  handleDataRow() {
    /* there are no rows */
  }
  handlePortalSuspended() {
    /* there are no portals */
  }
  handleEmptyQuery() {
    /* it is not empty */
  }
}

/** A row in COPY's text format. */
export const lineOf = (values) => `${values.map(fieldOf).join('\t')}\n`;

function fieldOf(value) {
  if (value === null) return '\\N';
  return typeof value === 'string' ? value.replaceAll(/[\\\t\n\r]/g, (c) => ESCAPED[c]) : value;
}

const ESCAPED = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
