import { createHmac, createSecretKey } from "node:crypto";
import { rootSecret } from "@/lib/platform/environment/env";

/**
 * Pseudonym of a person towards one organisation: the keyed hash of a number in E.164 or of an address, 32 bytes. The key
 * is derived from the root secret for the organisation, so that two of them cannot compare what they hold, and a dump of
 * the database gives no number away to whoever tries them all.
 */
export function personKey(org: string, contact: string): Buffer<ArrayBuffer> {
  return personKeysOf(org)(contact);
}

/** Makes the pseudonyms of one organisation, for whoever makes a million of them: its key is derived once. */
export function personKeysOf(org: string): (contact: string) => Buffer<ArrayBuffer> {
  const derived = createHmac("sha256", rootSecret()).update(`person-key:${org}`).digest();
  const key = createSecretKey(derived);
  return (contact) => Buffer.from(createHmac("sha256", key).update(contact).digest());
}
