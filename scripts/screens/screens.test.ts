import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { NOUNS } from "@/lib/domain/nouns/nouns";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCREENS = ["screens.ts", "dpo-screens.ts", "rights-screens.ts", "telephone-screens.ts"]
  .map((file) => readFileSync(join(ROOT, "e2e", file), "utf8"))
  .join("\n");

const SEGMENTS = NOUNS.flatMap((noun) =>
  "navigation" in noun ? noun.navigation.map(({ segment }) => segment) : [],
);

function hasPage(...folders: string[]): boolean {
  return existsSync(join(ROOT, "app/(console)/[org]", ...folders, "page.tsx"));
}

/** Pages of a noun that are there, by whether the browser tests open them. */
function pagesOf(segment: string, screens: string): Record<string, boolean> {
  const sheet = "`" + segment + "/${";
  const names = [...screens.matchAll(/const (\w+) = (`[^`]*\$\{)/g)].flatMap(([, name, start]) =>
    start === sheet ? [name!] : [],
  );
  const isEdited =
    names.some((name) => screens.includes("`${" + name + "}/edit")) ||
    screens.split(sheet).some((rest) => /^[^}`]+\}\/edit/.test(rest));
  return {
    ...(hasPage(segment) && { list: screens.includes(`"${segment}"`) }),
    ...(hasPage(segment, "new") && { new: screens.includes(`"${segment}/new"`) }),
    ...(hasPage(segment, "[id]") && { sheet: screens.includes(sheet) }),
    ...((hasPage(segment, "[id]/edit") || hasPage(segment, "[id]/edit/[section]")) && { edit: isEdited }),
  };
}

function unopened(screens: string): string[] {
  return SEGMENTS.flatMap((segment) =>
    Object.entries(pagesOf(segment, screens))
      .filter(([, isOpened]) => !isOpened)
      .map(([page]) => `${segment}: ${page}`),
  );
}

describe("the screens of the browser tests", () => {
  it("hold list, sheet and forms of every noun that has an entry in the navigation", () => {
    expect(SEGMENTS.length).toBeGreaterThan(10);
    expect(unopened(SCREENS)).toEqual([]);
  });

  it.each([
    ['"/transfers"', "/transfers: list"],
    ['"/transfers/new"', "/transfers: new"],
    ["`${transfers}/edit", "/transfers: edit"],
    ["`/measures/${", "/measures: sheet"],
  ])("are missed without %s", (text, page) => {
    expect(unopened(SCREENS.replaceAll(text, ""))).toContain(page);
  });
});
