// @ts-check

/**
 * Answers a request for another protocol, and closes its connection: nothing here speaks one, and Next.js's own listener
 * leaves it open until the peer goes.
 *
 * @param {import("node:http").Server} server
 */
export function refuseUpgrades(server) {
  server.on("upgrade", (_asked, socket) => {
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", () =>
      socket.destroy(),
    );
  });
}
