import type { Client, Connection, Submittable } from "pg";

/** Bytes held before the server is asked to wait. */
const HIGH_WATER = 1 << 20;
const CHUNK_BYTES = 1 << 16;

/**
 * The bytes that a `COPY … TO STDOUT` sends, in pieces of some 64 KiB, never more than a few of them in memory. The
 * driver speaks the protocol and leaves COPY to others: this is the part of a query that it calls back.
 */
export class CopyOut implements Submittable {
  /** Number of rows sent; known at the end. */
  rows = 0;
  #held: Buffer[] = [];
  #bytes = 0;
  #isOver = false;
  #error: unknown;
  #wake = () => {};
  #connection: Connection | undefined;

  constructor(
    private readonly client: Client,
    private readonly sql: string,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    this.client.query(this);
    for (;;) {
      if (this.#bytes >= CHUNK_BYTES || (this.#isOver && this.#bytes > 0)) yield this.#take();
      else if (this.#error) throw this.#error;
      else if (this.#isOver) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #take(): Buffer {
    const piece = Buffer.concat(this.#held);
    this.#held = [];
    this.#bytes = 0;
    this.#connection?.stream.resume();
    return piece;
  }

  submit(connection: Connection) {
    this.#connection = connection;
    connection.query(this.sql);
  }

  /** Copies the row, because the driver reuses its buffer for the next. */
  handleCopyData({ chunk }: { chunk: Buffer }) {
    this.#held.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes >= HIGH_WATER) this.#connection?.stream.pause();
    if (this.#bytes >= CHUNK_BYTES) this.#wake();
  }

  handleCommandComplete({ text }: { text: string }) {
    this.rows = Number(text.replace("COPY ", ""));
  }

  handleReadyForQuery() {
    this.#isOver = true;
    this.#wake();
  }

  handleError(error: unknown) {
    this.#error = error;
    this.#wake();
  }
}
