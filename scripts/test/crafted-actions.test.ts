import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Action = (...args: unknown[]) => unknown;

const FEATURES = join(import.meta.dirname, "../../lib/features");

const files = readdirSync(FEATURES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/actions.ts"))
  .sort();

/** The actions of a file that take a form; the others are asked by a script with what an authenticator answered. */
async function actionsOf(file: string): Promise<[string, Action][]> {
  const exported = (await import(join(FEATURES, file))) as Record<string, unknown>;
  return Object.entries(exported).filter((entry): entry is [string, Action] => {
    const [, action] = entry;
    return (
      typeof action === "function" && /^(?:async )?(?:function \w+)?\([^)]*\bform\b/.test(action.toString())
    );
  });
}

// Errors that the web process distinguishes from its own faults and answers with a page. Some actions read a
// cookie or the language before the form, and there is no request here.
const ANSWERED =
  /^Invalid Server Actions request|called outside a request scope|not supported in Client Components/;

describe("a call made by hand that sends something else in the place of a form", () => {
  it.each(files)("is refused in words by every action of %s", async (file) => {
    for (const [name, action] of await actionsOf(file))
      for (const sent of ["nonsense", undefined, { get: "token" }]) {
        const before = Array.from({ length: action.length - 1 }, () => ({ status: "idle" }));
        const call = async () => action(...before, sent);
        await expect(call(), name).rejects.toThrow(ANSWERED);
      }
  });

  it("finds the actions that it is to try", async () => {
    const counts = await Promise.all(files.map(async (file) => (await actionsOf(file)).length));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(150);
  });
});
