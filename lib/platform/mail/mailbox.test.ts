import { afterEach, expect, it } from "vitest";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { startImapServer, type ImapServer } from "@/scripts/test/imap-server";
import { hasMailbox, visitMailbox } from "./mailbox";
import { READ_BYTES } from "./message";

const servers: ImapServer[] = [];
afterEach(async () => {
  assumeEnvironment({ IMAP_URL: "" });
  await Promise.all(servers.splice(0).map(({ stop }) => stop()));
});

async function serve(...settings: Parameters<typeof startImapServer>) {
  const server = await startImapServer(...settings);
  servers.push(server);
  assumeEnvironment({ IMAP_URL: server.url });
  return server;
}

const never = new AbortController().signal;
async function visitAll() {
  const seen: string[] = [];
  const count = await visitMailbox(async (bytes) => void seen.push(Buffer.from(bytes).toString()), never);
  return { seen, count };
}

it.each([
  [true, ["AmanaRead", "\\Seen"]],
  [false, ["\\Seen"]],
])("reads each message once and marks it, with marks of our own: %s", async (takesKeywords, flags) => {
  const { messages } = await serve({
    messages: ["Subject: un\r\n\r\nA", "Subject: deux\r\n\r\nB"],
    takesKeywords,
  });
  expect(await visitAll()).toEqual({ seen: messages.map(({ raw }) => raw), count: 2 });
  expect(messages.map(({ flags: set }) => [...set])).toEqual([flags, flags]);
  expect(await visitAll()).toEqual({ seen: [], count: 0 });
});

it("reads what a person has looked at before, where it takes marks of our own", async () => {
  const { messages } = await serve({ messages: ["Subject: un\r\n\r\n"] });
  messages[0]!.flags.add("\\Seen");
  expect((await visitAll()).count).toBe(1);
});

it("marks nothing that could not be written down, and reads it again", async () => {
  const { messages } = await serve({ messages: ["Subject: un\r\n\r\n"] });
  await expect(visitMailbox(() => Promise.reject(new Error("no database")), never)).rejects.toThrow(
    "no database",
  );
  expect([...messages[0]!.flags]).toEqual([]);
  expect((await visitAll()).count).toBe(1);
});

it("takes half a megabyte of a huge message", async () => {
  await serve({ messages: [`Subject: un\r\n\r\n${"x".repeat(2 * READ_BYTES)}`] });
  const { seen } = await visitAll();
  expect(seen[0]!.length).toBe(READ_BYTES);
});

it("says that a password is wrong, and that nobody answers", async () => {
  const server = await serve({ messages: [] });
  assumeEnvironment({ IMAP_URL: server.url.replace("p%40ss", "other") });
  await expect(visitAll()).rejects.toThrow();
  await server.stop();
  assumeEnvironment({ IMAP_URL: server.url });
  await expect(visitAll()).rejects.toThrow();
});

it("is there when it is set", () => {
  expect(hasMailbox()).toBe(false);
  assumeEnvironment({ IMAP_URL: "imaps://amana:x@mail.example" });
  expect(hasMailbox()).toBe(true);
});
