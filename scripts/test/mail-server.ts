import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type MailServer = { url: string; port: number; stop: () => Promise<void> };

export type MailServerSettings = {
  /** Called with each message taken, before the sender is told so. */
  keep: (recipients: string[], message: string) => Promise<void>;
  /** The refusal of a recipient, if it is one: see `replyOf`. */
  refuse?: (address: string) => Error | undefined;
  /** Options such as a password or TLS. */
  options?: SMTPServerOptions;
};

/** A real mail server on loopback, for as long as a test wants it. */
export function startMailServer({ keep, refuse, options = {} }: MailServerSettings): Promise<MailServer> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    // Delivery notifications are offered, as most relays do (RFC 3461).
    hideDSN: false,
    onRcptTo: ({ address }, _session, answer) => answer(refuse?.(address)),
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const recipients = envelope.rcptTo.map(({ address }) => address);
        keep(recipients, Buffer.concat(chunks).toString("utf8")).then(() => answer(), answer);
      });
    },
    ...options,
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    const listener = server.listen(0, "127.0.0.1", () => {
      const { port } = listener.address() as AddressInfo;
      const stop = () => new Promise<void>((stopped) => server.close(() => stopped()));
      resolve({ url: `smtp://127.0.0.1:${port}?requireTLS=false`, port, stop });
    });
  });
}

/** Builds a refusal: 450 for now, 550 for good (RFC 5321, 4.2.1). */
export function replyOf(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
