import { randomFillSync } from "node:crypto";
import { itemAt } from "@/lib/domain/invariant/required";

const BYTES = 16;

// Each call for random bytes costs more than the bytes: they are drawn for many ids at once.
const drawn = Buffer.alloc(BYTES * 256);
let used = drawn.length;

/** UUID version 7 (RFC 9562): ids sort by the instant they were made. Made here, since PostgreSQL 15 cannot. */
export function newId(now: Date = new Date()): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = drawn.subarray(used, (used += BYTES));
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (itemAt(bytes, 6) & 0x0f) | 0x70;
  bytes[8] = (itemAt(bytes, 8) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
