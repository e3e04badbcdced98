import { itemAt } from "@/lib/domain/invariant/required";
import { authClient } from "@/lib/platform/database/clients";

/** Tries allowed in a window of milliseconds, counted in the database so that all workers share the count. */
export type Limit = { tries: number; windowMs: number };

/** Counts one try against `key` and says whether it is still within the limit. */
export async function countAttempt(key: string, { tries, windowMs }: Limit, now: Date): Promise<boolean> {
  return (await countTry(key, windowMs, now)) <= tries;
}

/** Counts one try against `key`, and says how many there are within the window. */
export async function countTry(key: string, windowMs: number, now: Date): Promise<number> {
  const opened = new Date(now.getTime() - windowMs);
  const rows = await authClient().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS r (key, window_start, count) VALUES (${key}, ${now}, 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.window_start < ${opened} THEN 1 ELSE r.count + 1 END,
      window_start = CASE WHEN r.window_start < ${opened} THEN ${now} ELSE r.window_start END
    RETURNING count`;
  return itemAt(rows, 0).count;
}

export async function resetAttempts(key: string): Promise<void> {
  await authClient().rateLimit.deleteMany({ where: { key } });
}
