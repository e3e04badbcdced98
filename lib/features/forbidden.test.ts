import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const FILES = readdirSync("lib/features", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
  .map((file) => ({ file, source: readFileSync(`lib/features/${file}`, "utf8") }));

/** A refusal that a screen words as "your role does not allow it", with the condition that it follows. */
const FORBIDDEN = /if \(((?:(?!\bif \()[\s\S])*?)\)\s*\{?\s*return refuse\(\{ kind: "forbidden" \}\)/g;
const REFUSALS = FILES.flatMap(({ file, source }) =>
  [...source.matchAll(FORBIDDEN)].map(([, condition = ""]) => ({ file, condition: condition.trim() })),
);

/** Answers of the policy that a verb has named before. */
const NAMED = ["may", "writer", "reader", "canEnd"];
/** Parts of an input that ask for an act of their own: entries that an import ends. */
const ASKED_FOR = /(?:&& )?\b(?:endsAbsent|addsEnding)\([^()]*\)(?: &&)?/g;

/** True where the role alone is asked: acts of the policy, and answers that were made of them. */
function asksRoleAlone(condition: string): boolean {
  const rest = condition
    .replace(/(?:can|isAuthorised)\(\s*[\w.]+,\s*[^()]*(?:\([^()]*\)[^()]*)*\)/g, "ROLE")
    .replace(ASKED_FOR, "")
    .replace(new RegExp(`\\b(?:${NAMED.join("|")})\\b`, "g"), "ROLE");
  return /^(?:!?\(?ROLE\)?(?:\s*(?:\|\||&&)\s*)?)+$/.test(rest.replace(/\s+/g, " ").trim());
}

it("finds the verbs that refuse", () => {
  expect(REFUSALS.length).toBeGreaterThan(100);
});

it("refuses by the role where the role alone decided, and by the state in words of its own", () => {
  expect(REFUSALS.filter(({ condition }) => !asksRoleAlone(condition))).toEqual([]);
});

it("finds a planted state", () => {
  expect(asksRoleAlone('!can(ctx.actor, "record.write")')).toBe(true);
  expect(asksRoleAlone('!isAuthorised(ctx, "record.write")')).toBe(true);
  expect(asksRoleAlone('!can(ctx.actor, "record.write") || row.state === "ended"')).toBe(false);
  expect(asksRoleAlone("!can(ctx.actor, act) || (await isProcessorsOwn(ctx))")).toBe(false);
});
