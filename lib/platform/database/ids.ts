import { randomBytes } from "node:crypto";
import { itemAt } from "@/lib/domain/invariant/required";

/** UUID version 7 (RFC 9562): ids sort by the instant they were made. Made here, since PostgreSQL 15 cannot. */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (itemAt(bytes, 6) & 0x0f) | 0x70;
  bytes[8] = (itemAt(bytes, 8) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
