import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Nejma Contact SARL", "nejma-contact-sarl"],
    ["  Télé-Atlas & Fils  ", "tele-atlas-fils"],
    ["Portal", "org-portal"],
    ["نجمة", "org-1"],
    ["A".repeat(80), "a".repeat(48)],
  ])("%s → %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("gives no organisation the address of a page of the application", () => {
    const app = join(import.meta.dirname, "../../../../app");
    const served = readdirSync(app, { recursive: true, encoding: "utf8" }).flatMap((path) => {
      const [first = ""] = path.split("/").filter((part) => !part.startsWith("("));
      return /\/(?:page\.tsx|route\.ts)$/.test(path) && !first.startsWith("[") && !/\./.test(first)
        ? [first]
        : [];
    });
    expect(served).toContain("answer");
    for (const name of new Set(served)) expect(slugOf(name), name).toBe(`org-${name}`);
  });
});
