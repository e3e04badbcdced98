import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { required } from "@/lib/domain/invariant/required";
import {
  articleOfCode,
  assess,
  countedCodes,
  summariseGaps,
} from "@/lib/domain/processing-record/completeness";
import { caseWith, ownCaseWith } from "@/lib/domain/processing-record/examples.fixture";
import { OWN_TABLE } from "@/lib/domain/processing-record/own-rules.fixture";
import { TABLE } from "@/lib/domain/processing-record/rules.fixture";
import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import { CAPACITIES, type RecordState } from "@/lib/domain/processing-record/types";
import { shortenArticles } from "@/components/ui/gap-articles";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { formatRow, type RecordTableRow } from "./list-rows";
import { recordCells } from "./record-rows";
import type { Translate } from "@/components/processing-record/sheet/words";

const messages = await loadMessages("fr");
// Casts, because keys built from data cannot follow the literal types of the messages.
const t = createTranslator({ locale: "fr", messages }) as unknown as Translate;
const articleOf = (code: string) => required(articleOfCode(code), `article of ${code}`);
/** "(a)" of "30(2)(a)": the number before it may be left out. */
const lastPointOf = (article: string) => /(?:\(\w\)|\d+)$/.exec(article)?.[0];
const ROW = {
  id: "r",
  reference: "T-001",
  controller: "Fromagerie Lacombe SAS",
  activity: "Suivi des commandes",
  purposes: [],
  countries: [] as string[],
  placeKinds: [] as { country: string | null; kind: PlaceKind }[],
  instruments: [],
  state: "active" as RecordState,
  requiredGaps: 0,
  advisableGaps: 0,
  gapCodes: [] as string[],
  version: 1,
  reviewedOn: null,
};
const rowOf = (change: Partial<typeof ROW>) =>
  formatRow({ ...ROW, ...change }, { capacity: "processor", t, locale: "fr" });

function cellOf(row: RecordTableRow, shown: readonly ListColumn[]): string {
  return recordCells(row, shown, "")
    .text.replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace("Fromagerie Lacombe SAS ", "");
}

describe("the access of a listed entry", () => {
  it.each([
    [[], "Maroc, Tunisie"],
    [[{ country: "MA", kind: "support" as const }], "Maroc (support), Tunisie"],
    [
      [
        { country: "MA", kind: "hosting" as const },
        { country: "MA", kind: "support" as const },
        { country: "TN", kind: "access" as const },
      ],
      "Maroc (hébergement, support), Tunisie (accès)",
    ],
    [[{ country: null, kind: "establishment" as const }], "Maroc, Tunisie · établissement"],
  ])("says of %j what is done where", (placeKinds, shown) => {
    expect(rowOf({ countries: ["MA", "TN"], placeKinds }).access).toBe(shown);
  });
});

describe("the completeness of a listed entry", () => {
  it.each([
    ...TABLE.map(([rule, broken]) => [rule, "30(2)", caseWith(broken)] as const),
    ...OWN_TABLE.map(([rule, broken]) => [rule, "30(1)", ownCaseWith(broken)] as const),
  ])("shows the article of %s under %s where it counts it", (rule, _article, broken) => {
    const gaps = assess(broken);
    const { required: missing, advisable, codes } = summariseGaps(gaps);
    const row = rowOf({ requiredGaps: missing, advisableGaps: advisable, gapCodes: codes });
    const counted = gaps.filter(({ level }) => level === "required").map(({ code }) => code);
    const shown = codes.filter((code) => countedCodes(broken.record.capacity).includes(code));
    expect(row.articles).toBe(shortenArticles(shown.map((code) => articleOf(code))));
    expect(row.completeness === "missing").toBe(counted.length > 0);
    expect(row.articles).not.toMatch(/[A-Z]{3}/);
    for (const code of counted) expect(row.articles).toContain(lastPointOf(articleOf(code)));
  });

  it.each<[RecordState, string]>([
    ["draft", "Brouillon Complète"],
    ["active", "Complète"],
    ["suspended", "Suspendue Complète"],
    ["ended", "Close Complète"],
  ])("follows the state of what is %s", (state, stated) => {
    expect(cellOf(rowOf({ state }), ["gaps"])).toBe(stated);
    expect(cellOf(rowOf({ state }), ["state", "gaps"])).toMatch(
      /^(Brouillon|Active|Suspendue|Close) Complète$/,
    );
  });
});

describe.each(LOCALES)("codes that count, in %s", async (locale) => {
  const words = await translator(locale, "record");
  const morning = await translator(locale, "today");
  it.each(CAPACITIES.flatMap(countedCodes))("%s can be filtered by", (code) => {
    expect(words.has(`codes.${code}`)).toBe(true);
  });
  it.each(countedCodes("processor"))("%s can be told in the morning", (code) => {
    expect(["article", "title", "text"].every((part) => morning.has(`rules.${code}.${part}`))).toBe(true);
  });
});
