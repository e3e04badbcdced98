import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server on loopback that counts how often it took each letter, by its Message-ID. */
export type Mailbox = {
  settings: Record<string, string>;
  taken: Map<string, number>;
  close: () => Promise<void>;
};

export function openMailbox(): Promise<Mailbox> {
  const taken = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const id = /^message-id:\s*<([^@>]+)/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1];
        if (id) taken.set(id, (taken.get(id) ?? 0) + 1);
        answer();
      });
    },
  });
  // A sender killed in the middle of a letter breaks its connection off: that is the point.
  server.on("error", () => {});
  return new Promise((resolve) => {
    const listener = server.listen(0, "127.0.0.1", () => {
      const { port } = listener.address() as AddressInfo;
      resolve({
        settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Amana <amana@centre.example>" },
        taken,
        close: () => new Promise<void>((closed) => server.close(() => closed())),
      });
    });
  });
}
