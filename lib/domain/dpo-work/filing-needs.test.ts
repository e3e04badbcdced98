import { describe, expect, it } from "vitest";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { type CoveringFiling, type FiledRecord, filingNeeds, needStatuses } from "./filing-needs";

const own: FiledRecord = {
  id: "r1",
  capacity: "controller",
  controllerLaws: null,
  transferAnswer: "no",
  specialAnswer: "no",
  dataCategories: ["Identité", "Paie"],
};

/** Type, level and reason of each need: "declaration required ordinary". */
const needsOf = (stated: Partial<FiledRecord>) =>
  filingNeeds({ ...own, ...stated }).map(({ type, level, reason }) => `${type} ${level} ${reason}`);

describe("an entry of the own register", () => {
  it.each<[string, Partial<FiledRecord>, string[]]>([
    ["is declared, art. 12(2)", {}, ["declaration required ordinary"]],
    [
      "is authorised where data are sensitive",
      { specialAnswer: "yes" },
      ["authorisation required sensitive"],
    ],
    [
      "is at least declared where nobody has said whether data are sensitive",
      { specialAnswer: "unanswered" },
      ["declaration required sensitiveUnknown"],
    ],
    [
      "wants F118 beside it where data leave",
      { transferAnswer: "yes" },
      ["declaration required ordinary", "transfer required transfer"],
    ],
    [
      "leaves the transfer unknown where nobody has answered",
      { transferAnswer: "unanswered" },
      ["declaration required ordinary", "transfer unknown transferUnknown"],
    ],
  ])("%s", (_, stated, needs) => {
    expect(needsOf(stated)).toEqual(needs);
  });

  it.each([
    "Numéro CIN",
    "C.I.N",
    "CNIE",
    "Carte nationale d’identité",
    "Identity card",
    "رقم البطاقة الوطنية",
  ])("is authorised where its data hold an identity card number: %s", (category) => {
    expect(needsOf({ dataCategories: ["Paie", category] })).toEqual(["authorisation required identityCard"]);
  });

  it.each(["Vaccination", "Cinéma", "Identité", "Médecine du travail"])("is not for %s", (category) => {
    expect(needsOf({ dataCategories: [category] })).toEqual(["declaration required ordinary"]);
  });
});

const facts = { establishments: [], targeting: "no", targetCountries: [] };
const lawsOf = (stated: Partial<LawFacts>, ...processorCountries: string[]) =>
  applicableLaws({ country: "FR", ...facts, ...stated }, { on: "2026-11-28", processorCountries });

it.each([
  ["its seat in Morocco", lawsOf({ country: "MA" }, "FR"), "controllersOwn"],
  ["an establishment there", lawsOf({ establishments: ["MA"] }, "FR"), "controllersOwn"],
  ["the means used for it there", lawsOf({}, "MA"), "meansInMorocco"],
  ["an unknown seat", lawsOf({ country: null }, "MA"), "controllerUnknown"],
])(
  "an entry kept for a controller that law 09-08 reaches by %s is its own to file",
  (_, controllerLaws, reason) => {
    expect(needsOf({ capacity: "processor", controllerLaws, transferAnswer: "yes" })).toEqual([
      `declaration unknown ${reason}`,
      `transfer unknown ${reason}`,
    ]);
  },
);

it("an entry kept outside Morocco for a controller that law 09-08 does not reach asks for no filing", () => {
  expect(needsOf({ capacity: "processor", controllerLaws: lawsOf({}, "TN") })).toEqual([]);
});

describe("filings beside a need, on 28 November 2026", () => {
  const filing = (type: CoveringFiling["type"], state: string, until: string | null = null) => ({
    id: `${type}-${state}`,
    reference: "CN-001",
    type,
    state,
    until,
  });
  const statusOf = (stated: Partial<FiledRecord>, ...filings: CoveringFiling[]) =>
    needStatuses(filingNeeds({ ...own, ...stated }), filings, "2026-11-28").map(
      ({ status, filing: found }) => `${status} ${found?.id ?? "none"}`,
    );

  it.each<[string, CoveringFiling[], string]>([
    ["nothing: missing", [], "missing none"],
    ["begun: missing, and named", [filing("declaration", "draft")], "missing declaration-draft"],
    ["filed: awaited", [filing("declaration", "filed")], "awaited declaration-filed"],
    ["its receipt: covered", [filing("declaration", "received")], "covered declaration-received"],
    [
      "an authorisation covers a declaration",
      [filing("authorisation", "authorised")],
      "covered authorisation-authorised",
    ],
    [
      "until today: covered",
      [filing("declaration", "received", "2026-11-28")],
      "covered declaration-received",
    ],
    ["until yesterday: missing", [filing("declaration", "received", "2026-11-27")], "missing none"],
    ["refused: missing", [filing("declaration", "refused")], "missing none"],
    ["withdrawn, art. 51: missing", [filing("declaration", "withdrawn")], "missing none"],
    ["DATA-TIKA files nothing", [filing("data-tika", "received")], "missing none"],
    [
      "lapsed, and filed again: awaited",
      [filing("declaration", "received", "2026-01-01"), filing("declaration", "filed")],
      "awaited declaration-filed",
    ],
  ])("%s", (_, filings, status) => {
    expect(statusOf({}, ...filings)).toEqual([status]);
  });

  it("a declaration covers neither an authorisation nor a transfer", () => {
    const stated = { specialAnswer: "yes", transferAnswer: "yes" } as const;
    expect(statusOf(stated, filing("declaration", "received"))).toEqual(["missing none", "missing none"]);
    expect(statusOf(stated, filing("authorisation", "authorised"), filing("transfer", "filed"))).toEqual([
      "covered authorisation-authorised",
      "awaited transfer-filed",
    ]);
  });
});
