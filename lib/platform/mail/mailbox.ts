import { ImapFlow } from "imapflow";
import { required } from "@/lib/domain/invariant/required";
import { env } from "@/lib/platform/environment/env";
import { READ_BYTES } from "./message";

/** Set on what was read, where the mailbox takes flags of our own; else `\Seen`, which a person's reading sets too. */
const MARK = "AmanaRead";
/** A run reads so many; the next takes the rest. */
const AT_ONCE = 200;
/** Limits of each step, in milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** True when there is a mailbox to be read. */
export function hasMailbox(): boolean {
  return env().IMAP_URL !== undefined;
}

/**
 * Shows each message of the mailbox that was not read before, at most its first half megabyte, and marks it once
 * `visit` has written down what it says: a run that dies reads it again. Nothing is deleted. Returns how many were read.
 */
export async function visitMailbox(
  visit: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  const { client, path } = openClient(required(env().IMAP_URL, "IMAP_URL"));
  // Failing calls report the error themselves.
  client.on("error", () => {});
  await client.connect();
  try {
    const lock = await client.getMailboxLock(path);
    try {
      return await visitUnread(client, visit, signal);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function visitUnread(
  client: ImapFlow,
  visit: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  const takesMarks = client.mailbox && client.mailbox.permanentFlags?.has("\\*");
  const unread = takesMarks ? { unKeyword: MARK } : { seen: false };
  const uids = (await client.search(unread, { uid: true })) || [];
  let read = 0;
  for (const uid of uids.slice(0, AT_ONCE)) {
    if (signal.aborted) break;
    const message = await client.fetchOne(
      String(uid),
      { source: { start: 0, maxLength: READ_BYTES } },
      { uid: true },
    );
    if (message && message.source) await visit(message.source);
    await client.messageFlagsAdd(String(uid), takesMarks ? [MARK, "\\Seen"] : ["\\Seen"], { uid: true });
    read += 1;
  }
  return read;
}

function openClient(address: string): { client: ImapFlow; path: string } {
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  const secure = protocol === "imaps:";
  const client = new ImapFlow({
    ...PATIENCE,
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
  });
  return { client, path: decodeURIComponent(pathname.slice(1)) || "INBOX" };
}
