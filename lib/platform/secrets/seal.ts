import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { rootSecret } from "@/lib/platform/environment/env";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts values that nobody may read in the database: a mail's links, a second factor's key. AES-256-GCM
 * under a key derived from the root secret for one purpose ("mail", "totp"): nonce (12 bytes) ‖ tag (16) ‖
 * ciphertext.
 */
export function sealText(purpose: string, text: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The text of a seal. Throws when it was made under another secret or purpose, or touched since. */
export function openSealed(purpose: string, sealed: Uint8Array): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(purpose), nonce);
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
}

function keyOf(purpose: string): Buffer {
  return createHmac("sha256", rootSecret()).update(`seal:${purpose}`).digest();
}
