import { createHmac, hash } from "node:crypto";
import { rootSecret } from "@/lib/platform/environment/env";
import { keyedForms } from "./keyed-forms";

/**
 * Pseudonym of a person towards one organisation: the keyed hash of a number in E.164 or of an address, 32 bytes. The key
 * is derived from the root secret for the organisation, so that two of them cannot compare what they hold, and a dump of
 * the database gives no number away to whoever tries them all. A number has one key, however it is written.
 */
export function personKey(org: string, contact: string): Buffer<ArrayBuffer> {
  return personKeysOf(org)(contact);
}

/** Makes the pseudonyms of one organisation, for whoever makes a million of them: its key is derived once. */
export function personKeysOf(org: string): (contact: string) => Buffer<ArrayBuffer> {
  const hmac = hmacsOf(keyOfOrganisation(org));
  return (contact) => hmac(keyedForms(contact)[0]);
}

/**
 * Makes every key under which a person may stand, in hex, the one of today first: what was kept before may stand under another.
 * Whoever looks for a person by a number or an address asks for all of them.
 */
export function everyKeyOf(org: string): (contact: string) => [string, ...string[]] {
  const hmac = hmacsOf(keyOfOrganisation(org));
  return (contact) => {
    const [first, ...others] = keyedForms(contact);
    return [hmac(first).toString("hex"), ...others.map((form) => hmac(form).toString("hex"))];
  };
}

function keyOfOrganisation(org: string): Buffer {
  return createHmac("sha256", rootSecret()).update(`person-key:${org}`).digest();
}

/** Bytes of a block of SHA-256, and of a contact that is hashed without making room for it. */
const BLOCK = 64;
const SHORT = 64;

/**
 * Makes HMAC-SHA256 under one key as RFC 2104 composes it of two hashes, which take half the time of an object of their
 * own for each.
 */
function hmacsOf(key: Buffer): (text: string) => Buffer<ArrayBuffer> {
  const [inner, outer] = [Buffer.alloc(BLOCK + SHORT, 0x36), Buffer.alloc(BLOCK + key.length, 0x5c)];
  key.forEach((byte, at) => {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  });
  return (text) => {
    // A character has three bytes at most.
    const isShort = text.length * 3 <= SHORT;
    const filled = isShort
      ? inner.subarray(0, BLOCK + inner.write(text, BLOCK))
      : Buffer.concat([inner.subarray(0, BLOCK), Buffer.from(text)]);
    outer.write(hash("sha256", filled, "binary"), BLOCK, "binary");
    return Buffer.from(hash("sha256", outer, "binary"), "binary");
  };
}
