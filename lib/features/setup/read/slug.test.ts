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
});
