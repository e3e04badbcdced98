import { createHmac } from "node:crypto";
import { rootSecret } from "@/lib/platform/environment/env";

/**
 * Token of a personal link: the keyed hash of the id of its row, for one purpose, so that it is made again for each letter
 * and stored nowhere. A dump of the database holds its SHA-256 alone; another root secret ends all links.
 */
export function linkToken(purpose: string, id: string): string {
  const derived = createHmac("sha256", rootSecret()).update(`link:${purpose}`).digest();
  return createHmac("sha256", derived).update(id).digest("base64url");
}
