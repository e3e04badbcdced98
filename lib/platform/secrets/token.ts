import { createHash, randomBytes } from "node:crypto";

/** 256 bits, safe in an address and in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Databases store this hash, never the token. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

/** Returns that hash in hex, as the settings of a scope hold it. */
export function hashInHex(token: string): string {
  return Buffer.from(hashToken(token)).toString("hex");
}
