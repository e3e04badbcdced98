import { createHmac } from "node:crypto";
import { itemAt } from "@/lib/domain/invariant/required";
import { authClient } from "@/lib/platform/database/clients";
import { rootSecret } from "@/lib/platform/environment/env";

/** Tries allowed in a window of milliseconds, counted in the database so that all workers share the count. */
export type Limit = { tries: number; windowMs: number };

/**
 * Keyed hash under which the tries of a key are counted: a key may hold an address, a network or a person, none of whom the
 * database or a backup names. The database admits no key in clear.
 */
export function storedKey(key: string): string {
  const derived = createHmac("sha256", rootSecret()).update("rate-limit").digest();
  return `k1:${createHmac("sha256", derived).update(key).digest("base64url")}`;
}

/** Counts one try against `key` and says whether it is still within the limit. */
export async function countAttempt(key: string, { tries, windowMs }: Limit, now: Date): Promise<boolean> {
  return (await countTry(key, windowMs, now)) <= tries;
}

/** Counts a weight against `key`, as of bytes or milliseconds; of 0 says whether the sum so far is within the limit. */
export async function countWeighted(
  key: string,
  weight: number,
  { tries, windowMs }: Limit,
  now: Date,
): Promise<boolean> {
  return (await count(storedKey(key), windowMs, now, weight)) <= tries;
}

/** Counts one try against `key`, and says how many there are within the window. */
export async function countTry(key: string, windowMs: number, now: Date): Promise<number> {
  return count(storedKey(key), windowMs, now);
}

/** Counts one refused sign-in of an hour under a key that is read again: it names the network, and nobody's account. */
export async function countRefusedSignIn(
  key: `${typeof REFUSED_SIGN_IN}${string}`,
  { tries, windowMs }: Limit,
  now: Date,
): Promise<boolean> {
  return (await count(key, windowMs, now)) <= tries;
}
export const REFUSED_SIGN_IN = "refused-sign-in:";

async function count(key: string, windowMs: number, now: Date, weight = 1): Promise<number> {
  const opened = new Date(now.getTime() - windowMs);
  const rows = await authClient().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS r (key, window_start, count) VALUES (${key}, ${now}, ${weight})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.window_start < ${opened} THEN ${weight} ELSE least(r.count::bigint + ${weight}, 2147483647) END,
      window_start = CASE WHEN r.window_start < ${opened} THEN ${now} ELSE r.window_start END
    RETURNING count`;
  return itemAt(rows, 0).count;
}

export async function resetAttempts(key: string): Promise<void> {
  await authClient().rateLimit.deleteMany({ where: { key: storedKey(key) } });
}
