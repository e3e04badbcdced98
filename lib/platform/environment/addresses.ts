import { z } from "zod";

export function withoutLastSlashes(address: string): string {
  let end = address.length;
  while (address.charAt(end - 1) === "/") end -= 1;
  return address.slice(0, end);
}

export function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ["postgres:", "postgresql:"].includes(url.protocol) && url.hostname !== "";
}

export function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ["smtp:", "smtps:"].includes(url.protocol) && url.hostname !== "";
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** A relay that is asked for no TLS, because it is on this very machine. */
export function isClearTextRelay(address: string): boolean {
  return asksClearText(address) && LOOPBACK.includes(new URL(address).hostname);
}

export function asksClearText(address: string): boolean {
  return URL.canParse(address) && new URL(address).searchParams.get("requireTLS") === "false";
}

/** TLS from the first byte; in clear on loopback alone. */
export function isImapUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  if (hostname === "" || username === "") return false;
  return protocol === "imaps:" || (protocol === "imap:" && LOOPBACK.includes(hostname));
}

/** "a@b.example" or "Name <a@b.example>", on one line. */
export function isMailbox(text: string): boolean {
  const address = /^[^<>\r\n]*<([^<>]+)>$/.exec(text.trim())?.[1] ?? text.trim();
  return z.email().safeParse(address).success;
}
