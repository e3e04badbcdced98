import { createHash } from "node:crypto";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";

const PREFIX = "jcs:";

/**
 * Digest of a stored JSON value: SHA-256 in hex of its canonical text (RFC 8785), after the word "jcs:". A digest without
 * that word is of an older Amana, over members in an order that no row keeps.
 */
export function canonicalDigest(value: JsonValue): string {
  return `${PREFIX}${createHash("sha256").update(canonicalText(value)).digest("hex")}`;
}

/** True of a digest that the stored value alone gives again. */
export function isCanonicalDigest(digest: string): boolean {
  return digest.startsWith(PREFIX);
}
