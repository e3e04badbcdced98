import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { itemAt } from "@/lib/domain/invariant/required";

export type Proxy = {
  baseUrl: string;
  /** Requests passed to each address. */
  counts: ReadonlyMap<string, number>;
  close: () => Promise<void>;
};

/**
 * A plain proxy on loopback that hands each request to the next of several addresses and says, as the one before a real
 * installation must, whom it saw: `visitor` stands for the peer's address, behind whatever the visitor claims.
 */
export function startProxy(addresses: () => string[], visitor: string): Promise<Proxy> {
  const counts = new Map<string, number>();
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const list = addresses();
    const address = itemAt(list, turn++ % list.length);
    counts.set(address, (counts.get(address) ?? 0) + 1);
    const claimed = incoming.headers["x-forwarded-for"];
    const headers = { ...incoming.headers, "x-forwarded-for": claimed ? `${claimed}, ${visitor}` : visitor };
    const onward = request(
      new URL(incoming.url ?? "/", address),
      { method: incoming.method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
    incoming.pipe(onward);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ baseUrl: `http://localhost:${port}`, counts, close });
    });
  });
}
