import { createServer, type AddressInfo, type Socket } from "node:net";

export type ImapServer = { url: string; messages: StoredMessage[]; stop: () => Promise<void> };
export type StoredMessage = { uid: number; raw: string; flags: Set<string> };

type Settings = {
  /** Messages in the order of their UIDs. */
  messages: readonly string[];
  /** False: the mailbox takes no flags of a client's own. */
  takesKeywords?: boolean;
};

/**
 * The part of IMAP4rev1 (RFC 3501) that reading one mailbox needs, on loopback in clear: a responder of a dozen
 * commands, since no maintained server for tests is published. It keeps one mailbox, of one user.
 */
export async function startImapServer({
  messages: raws,
  takesKeywords = true,
}: Settings): Promise<ImapServer> {
  const messages = raws.map((raw, index) => ({ uid: index + 1, raw, flags: new Set<string>() }));
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(socket, { messages, takesKeywords });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped());
      for (const socket of sockets) socket.destroy();
    });
  return { url: `imap://amana:p%40ss@127.0.0.1:${port}/INBOX`, messages, stop };
}

type Mailbox = { messages: StoredMessage[]; takesKeywords: boolean };

function converse(socket: Socket, mailbox: Mailbox) {
  let waiting = "";
  socket.write("* OK ready\r\n");
  socket.on("data", (chunk) => {
    waiting += chunk.toString("latin1");
    for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      answer(socket, mailbox, line);
    }
  });
}

function answer(socket: Socket, mailbox: Mailbox, line: string) {
  const [, tag = "*", command = "", rest = ""] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
  const name = command.toUpperCase();
  const reply = COMMANDS[name]?.(mailbox, rest);
  const lines = reply === undefined ? [] : reply;
  const status = reply === null || !(name in COMMANDS) ? "BAD" : "OK";
  socket.write(
    Buffer.from(
      [...(lines ?? []).map((one) => `* ${one}\r\n`), `${tag} ${status} done\r\n`].join(""),
      "latin1",
    ),
  );
  if (name === "LOGOUT") socket.end();
}

/** Untagged lines of each command; null for one that is refused. */
const COMMANDS: Record<string, (mailbox: Mailbox, rest: string) => string[] | null> = {
  CAPABILITY: () => ["CAPABILITY IMAP4rev1"],
  LOGIN: (_, rest) => (/^"?amana"? "?p@ss"?$/.test(rest) ? [] : null),
  NOOP: () => [],
  LIST: () => ['LIST () "/" INBOX'],
  LSUB: () => ['LSUB () "/" INBOX'],
  SELECT: ({ messages, takesKeywords }) => [
    "FLAGS (\\Seen \\Deleted)",
    `OK [PERMANENTFLAGS (\\Seen \\Deleted${takesKeywords ? " \\*" : ""})] taken`,
    `${messages.length} EXISTS`,
    "0 RECENT",
    "OK [UIDVALIDITY 1] valid",
    `OK [UIDNEXT ${messages.length + 1}] next`,
  ],
  CLOSE: () => [],
  "UID SEARCH": ({ messages }, rest) => {
    const keyword = /UNKEYWORD "?([^ ")]+)/i.exec(rest)?.[1] ?? "\\Seen";
    return [
      `SEARCH ${messages
        .filter(({ flags }) => !flags.has(keyword))
        .map(({ uid }) => uid)
        .join(" ")}`,
    ];
  },
  "UID FETCH": ({ messages }, rest) => {
    const [, uid, , length] = /^(\d+) .*BODY\.PEEK\[\](<\d+\.(\d+)>)?/i.exec(rest) ?? [];
    return messages
      .filter((message) => message.uid === Number(uid))
      .map(({ uid: known, raw }) => {
        const part = length ? Buffer.from(raw).subarray(0, Number(length)) : Buffer.from(raw);
        const place = length ? "<0>" : "";
        return `${known} FETCH (UID ${known} BODY[]${place} {${part.length}}\r\n${part.toString("latin1")})`;
      });
  },
  "UID STORE": ({ messages }, rest) => {
    const [, uid, flags = ""] = /^(\d+) \+FLAGS(?:\.SILENT)? \(?([^)]*)\)?/i.exec(rest) ?? [];
    for (const message of messages)
      if (message.uid === Number(uid)) for (const flag of flags.split(" ")) message.flags.add(flag);
    return [];
  },
  LOGOUT: () => ["BYE"],
};
