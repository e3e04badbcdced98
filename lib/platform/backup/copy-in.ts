import type { Duplex } from "node:stream";
import type { Client, Connection, Submittable } from "pg";

/** The driver's types leave these methods out. */
type CopyConnection = Connection & {
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (message: string) => void;
};

/** Sends bytes into a `COPY … FROM STDIN` and returns how many rows they were. What the source throws, this throws. */
export function copyIn(client: Client, sql: string, source: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, source, (error, rows) => (error ? reject(error) : resolve(rows))));
  });
}

class CopyIn implements Submittable {
  #rows = 0;
  #error: unknown;

  constructor(
    private readonly sql: string,
    private readonly source: AsyncIterable<Buffer>,
    private readonly settle: (error: unknown, rows: number) => void,
  ) {}

  submit(connection: Connection) {
    connection.query(this.sql);
  }

  handleCopyInResponse(connection: CopyConnection) {
    this.#pump(connection).catch((error: unknown) => {
      this.#error ??= error;
      connection.sendCopyFail("the source ended early");
    });
  }

  async #pump(connection: CopyConnection) {
    for await (const piece of this.source) {
      // The server has refused a row: it would throw the rest away unread.
      if (this.#error) return;
      connection.sendCopyFromChunk(piece);
      if (connection.stream.writableNeedDrain) await drained(connection.stream);
    }
    connection.endCopyFrom();
  }

  handleCommandComplete({ text }: { text: string }) {
    this.#rows = Number(text.replace("COPY ", ""));
  }

  handleReadyForQuery() {
    this.settle(this.#error, this.#rows);
  }

  /**
   * Errors come from the server, which is ready again afterwards, or from a lost connection, which never is.
   */
  handleError(error: unknown) {
    this.#error ??= error;
    this.settle(this.#error, 0);
  }
}

function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off("drain", go).off("close", go);
      resolve();
    };
    stream.on("drain", go).on("close", go);
  });
}
