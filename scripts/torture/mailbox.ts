import { startMailServer } from "../test/mail-server";

/** A mail server that counts how often it took each letter, by its Message-ID. */
export type Mailbox = {
  settings: Record<string, string>;
  taken: ReadonlyMap<string, number>;
  /** Instants at which it took each, in milliseconds. */
  receivedAt: ReadonlyMap<string, readonly number[]>;
  close: () => Promise<void>;
};

export async function openMailbox(): Promise<Mailbox> {
  const taken = new Map<string, number>();
  const receivedAt = new Map<string, number[]>();
  const { url, stop } = await startMailServer({
    keep: async (_recipients, message) => {
      const id = /^message-id:\s*<([^@>]+)/im.exec(message)?.[1];
      if (!id) return;
      taken.set(id, (taken.get(id) ?? 0) + 1);
      receivedAt.set(id, [...(receivedAt.get(id) ?? []), Date.now()]);
    },
  });
  const settings = { SMTP_URL: url, MAIL_FROM: "Amana <amana@centre.example>" };
  return { settings, taken, receivedAt, close: stop };
}
