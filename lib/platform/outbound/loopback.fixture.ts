import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import ipaddr from "ipaddr.js";
import type { OutboundPolicy } from "./outbound-policy";
import { isPublicAddress } from "./public-address";

/** Admits this machine too, at any port. Code of the product imports no fixture, so that a server never has it. */
export const loopbackPolicy: OutboundPolicy = {
  isHostAllowed: () => true,
  isPortAllowed: () => true,
  isAddressAllowed: (address) => isPublicAddress(address) || ipaddr.process(address).range() === "loopback",
};

/** Starts a server on loopback. */
export async function serveOnLoopback(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** RSS of some entries, the latest first. */
export function rssOf(
  entries: readonly { title: string; link?: string; on?: string }[],
  title = "CNIL",
): string {
  const items = entries.map(
    ({
      title: name,
      link = `https://cnil.example/${encodeURIComponent(name)}`,
      on = "Tue, 24 Nov 2026 10:00:00 GMT",
    }) =>
      `<item><title>${name}</title><link>${link}</link><guid>${link}</guid><pubDate>${on}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.join("")}</channel></rss>`;
}
