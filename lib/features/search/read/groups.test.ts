import { expect, it } from "vitest";
import { type AnyNoun, NOUNS } from "@/lib/domain/nouns/nouns";
import { FOUND_GROUPS } from "@/lib/domain/search/found";
import { LOCALES } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { DOCUMENT_FINDERS } from "./find-documents";
import { NAMED_FINDERS } from "./find-named";
import { SEARCHED_NOUNS } from "./groups";

it.each(NOUNS.map(({ id }) => id))("%s is found in a group, or has no name for a reason", (id) => {
  const place = SEARCHED_NOUNS[id];
  if (typeof place === "string") expect(FOUND_GROUPS).toContain(place);
  else expect(place.none.length).toBeGreaterThan(20);
});

it("finds every noun that declares a document by it", () => {
  const searched = NOUNS.filter((noun: AnyNoun) => "isSearched" in noun).map(({ id }) => SEARCHED_NOUNS[id]);
  expect(
    searched.filter((group) => typeof group !== "string" || !Object.hasOwn(DOCUMENT_FINDERS, group)),
  ).toEqual([]);
});

it("has a finder, words in three languages and a noun for every group", async () => {
  const finders = [...Object.keys(DOCUMENT_FINDERS), ...Object.keys(NAMED_FINDERS), "gaps"];
  expect(finders.sort()).toEqual([...FOUND_GROUPS].sort());
  expect(
    [...new Set(Object.values(SEARCHED_NOUNS).filter((place) => typeof place === "string"))].sort(),
  ).toEqual([...FOUND_GROUPS].sort());
  for (const locale of LOCALES) {
    const t = await translator(locale, "shell");
    for (const group of FOUND_GROUPS) expect(t(`palette.found.${group}`)).not.toBe("");
  }
});
