import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { WORK_KINDS } from "@/lib/domain/dpo-work/kinds";
import { NOUNS } from "@/lib/domain/nouns/nouns";

const TESTS = fileURLToPath(new URL("../../e2e", import.meta.url));
const WAYS = ["happy", "refusal", "foreign"] as const;
const ids: string[] = NOUNS.map(({ id }) => id);
/** Kinds of the DPO's work that one test is made for. */
const kinds = WORK_KINDS.filter((kind) => kind !== "watch-item" && kind !== "cndp-filing");

/** Titles of the browser tests, a tag for each noun where one test is made for many. */
const titles = readdirSync(TESTS)
  .filter((file) => file.endsWith(".spec.ts"))
  .flatMap((file) =>
    [...readFileSync(join(TESTS, file), "utf8").matchAll(/\btest\(\s*(["`])(.+?)\1,/gs)].map(
      ([, , title = ""]) => title,
    ),
  )
  .map((title) => title.replaceAll("${noun.id}", "*").replaceAll("${kind}", "+"));

/** Nouns of which the journeys show a way. */
function shownBy(way: string, from: readonly string[]): Set<string> {
  const tags = from
    .filter((title) => !title.includes("@multiplies"))
    .flatMap((title) => [...title.matchAll(new RegExp(`@${way}-([\\w*+-]+)`, "g"))].map(([, id = ""]) => id));
  return new Set(tags.flatMap((tag) => (tag === "*" ? ids : tag === "+" ? kinds : [tag])));
}

describe("the journeys", () => {
  it.each(WAYS)("show of every noun its %s way, and of nothing else", (way) => {
    expect([...shownBy(way, titles)].toSorted()).toEqual(ids.toSorted());
  });

  it("do not show what only repeats a journey", () => {
    const repeated = titles.map((title) => title.replace("@happy-measure", "@happy-measure @multiplies"));
    expect(shownBy("happy", repeated)).not.toContain("measure");
  });
});
