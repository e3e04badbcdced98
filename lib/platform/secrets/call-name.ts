import { createHmac, hash } from "node:crypto";
import { rootSecret } from "@/lib/platform/environment/env";

/**
 * Makes digests of the names that diallers give their calls, 48 bits of a keyed hash and never 0: a name may hold the number
 * that was called. They are compared within the calls of one person alone.
 */
export function callNameDigests(org: string): (name: string) => number {
  // 64 letters fill the first block of the hash; the digest is cut, so that nothing can be appended.
  const key = createHmac("sha256", rootSecret()).update(`call-name:${org}`).digest("hex");
  return (name) => Number.parseInt(hash("sha256", key + name, "hex").slice(0, 12), 16) || 1;
}
