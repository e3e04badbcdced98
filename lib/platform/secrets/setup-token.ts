import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Client } from "pg";
import { withConnection } from "@/lib/platform/database/connection";

/** Lifetime of a set-up link, in milliseconds. */
const setupTokenLifetime = 3_600_000;

/**
 * A one-time token for setting up a new database, or undefined when an organisation exists. Only its SHA-256 is kept;
 * links printed before and never used stop working. `now` is the current instant.
 */
export async function issueSetupToken(ownerUrl: string, now = new Date()): Promise<string | undefined> {
  return withConnection(ownerUrl, async (owner) => {
    if (await isSetUp(owner)) return undefined;
    const token = randomBytes(32).toString("base64url");
    await owner.query("DELETE FROM setup_token WHERE used_at IS NULL");
    await owner.query(
      "INSERT INTO setup_token (id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)",
      [randomUUID(), hashSetupToken(token), now, new Date(now.getTime() + setupTokenLifetime)],
    );
    return token;
  });
}

/** The database stores the hash, never the token. */
export function hashSetupToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** A used token counts too: it remains even where row-level security hides organisations from the owner. */
async function isSetUp(owner: Client): Promise<boolean> {
  const query = `SELECT EXISTS (SELECT FROM organisation)
    OR EXISTS (SELECT FROM person) OR EXISTS (SELECT FROM setup_token WHERE used_at IS NOT NULL) AS found`;
  return (await owner.query<{ found: boolean }>(query)).rows[0]?.found ?? true;
}
