import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { refuseUpgrades } from "./refuse-upgrades.mjs";

/** Returns what a connection was answered when it had been closed. */
function answerTo(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => void socket.write(head));
    socket
      .on("data", (part: Buffer) => (text += part.toString()))
      .on("close", () => resolve(text))
      .on("error", reject);
  });
}

it("closes a connection that asks for another protocol, though Next's own listener leaves it open", async () => {
  const server = createServer((_, answer) => answer.end("page"));
  server.on("upgrade", () => undefined);
  refuseUpgrades(server);
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const head =
    "GET /_next/webpack-hmr HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  expect(await answerTo(port, head)).toMatch(/^HTTP\/1\.1 501 /);
  const plain = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  expect(await answerTo(port, plain)).toMatch(/^HTTP\/1\.1 200 [\s\S]*page/);
  await new Promise<void>((done) => void server.close(() => done()));
});
