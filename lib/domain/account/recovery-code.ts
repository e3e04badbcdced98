/** Ten at a time, each good once. */
export const RECOVERY_CODES = 10;

const GROUPS = 3;
const GROUP_LENGTH = 4;
/** Crockford's base 32 in small letters: no i, l, o or u, which are misread or spell words. 12 × 5 bits. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Bytes that one code takes from the system's source of randomness. */
export const RECOVERY_CODE_BYTES = GROUPS * GROUP_LENGTH;

/** "7k2m-x9qd-04ht": one character of 5 bits from each byte. Throws on another number of bytes. */
export function writeRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_CODE_BYTES) throw new Error("A recovery code takes twelve bytes.");
  const text = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return text.match(/.{4}/g)!.join("-");
}

/** What was typed as a recovery code, as it was written, or null when it is none: case, dashes and look-alikes aside. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  if (plain.length !== RECOVERY_CODE_BYTES || [...plain].some((sign) => !ALPHABET.includes(sign)))
    return null;
  return plain.match(/.{4}/g)!.join("-");
}
