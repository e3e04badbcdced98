import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreignNameFinder, type PartyNames } from "./foreign-names";
import {
  composeNotice,
  followUpNumber,
  newSince,
  phaseOf,
  problemsOf,
  shownPhase,
  unknownOf,
} from "./notice";
import { NO_CONTENT, noticeContentSchema, TEXT_FIELDS, type NoticeContent } from "./notice-content";

const AT = Date.UTC(2026, 10, 24, 15, 30);
const company = (name: string): PartyNames => ({ companies: [name], people: [], addresses: [], numbers: [] });
const nothingForeign = () => [];
const orvelle = foreignNameFinder({ own: [company("Nordalia")], others: [company("Orvelle Assurances")] });
const file: NoticeContent = {
  ...NO_CONTENT,
  occurredFrom: AT - 7_200_000,
  awareAt: AT,
  whatHappened: "Une sauvegarde a été copiée par un tiers.",
  natures: ["confidentiality"],
  personCategories: "Prospects et abonnés de tous les clients",
  persons: 90_000,
  records: 120_000,
  dataKinds: "État civil, coordonnées",
  contactPoint: "Le délégué, dpo@atlas.example",
  consequences: "Hameçonnage",
  measures: "Accès fermés",
};

describe("composeNotice", () => {
  it("takes figures and categories from the controller's part alone where others are affected", () => {
    const { content } = composeNotice(
      { file, share: { persons: 1200, dataKinds: "Coordonnées" }, isSole: false },
      nothingForeign,
    );
    expect(content).toMatchObject({
      persons: 1200,
      records: null,
      personCategories: null,
      dataKinds: "Coordonnées",
      whatHappened: file.whatHappened,
      awareAt: AT,
    });
  });

  it("takes the whole where nobody else is affected", () => {
    expect(composeNotice({ file, share: {}, isSole: true }, nothingForeign).content).toEqual(file);
  });

  it("prefers what is said of the part to what is said of the whole", () => {
    const share = { consequences: "Aucune : chiffrées" };
    expect(composeNotice({ file, share, isSole: false }, nothingForeign).content.consequences).toBe(
      "Aucune : chiffrées",
    );
  });

  it("leaves out a sentence that names another controller, and says which and why", () => {
    const named = { ...file, cause: "Le compte d’ORVELLE ASSURANCES avait le même mot de passe." };
    const { content, withheld, known } = composeNotice({ file: named, share: {}, isSole: false }, orvelle);
    expect(content.cause).toBeNull();
    expect(withheld).toEqual([{ field: "cause", names: [{ found: "ORVELLE ASSURANCES", isCertain: true }] }]);
    expect(known).toContain("cause");
  });

  it("leaves out a sentence that may name another controller, which one tick would else send", () => {
    const named = { ...file, cause: "Le compte de M. Orvelle avait le même mot de passe." };
    const { content, withheld } = composeNotice({ file: named, share: {}, isSole: false }, orvelle);
    expect(content.cause).toBeNull();
    expect(withheld).toEqual([{ field: "cause", names: [{ found: "Orvelle", isCertain: false }] }]);
  });

  it("never holds another controller's name", () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{4,9}$/);
    const field = fc.constantFrom(...TEXT_FIELDS);
    fc.assert(
      fc.property(word, word, field, fc.boolean(), fc.boolean(), (a, b, at, isShare, isUpper) => {
        const name = `${a}z ${b}q`;
        const find = foreignNameFinder({ own: [company("Nordalia")], others: [company(name)] });
        const statement = { [at]: `Hier, ${isUpper ? name.toUpperCase() : name} l’a vu.` };
        const source = isShare
          ? { file, share: statement, isSole: false }
          : { file: { ...file, ...statement }, share: {}, isSole: true };
        const { content } = composeNotice(source, find);
        expect(JSON.stringify(content).toLowerCase()).not.toContain(name.toLowerCase());
        expect(noticeContentSchema.parse(content)).toEqual(content);
      }),
    );
  });
});

describe("newSince", () => {
  it("marks what was unknown and what was otherwise, and nothing in a first notice", () => {
    const before = { ...file, measures: null };
    expect(newSince(before, { ...file, persons: 91_000 })).toEqual({ persons: "changed", measures: "new" });
    expect(newSince(file, file)).toEqual({});
    expect(newSince(null, file)).toEqual({});
  });
});

describe("unknownOf", () => {
  it("names each thing of 33(3) that is not known yet, with its point", () => {
    expect(unknownOf({ ...file, persons: null, measures: "", natures: [] })).toEqual([
      { point: "a", field: "natures" },
      { point: "a", field: "persons" },
      { point: "d", field: "measures" },
    ]);
    expect(unknownOf(file)).toEqual([]);
  });
});

describe("phases", () => {
  it.each([
    [true, false, "initial"],
    [true, true, "final"],
    [false, false, "follow-up"],
    [false, true, "final"],
  ] as const)("calls a notice, first %s, final %s, %s", (isFirst, isFinal, phase) =>
    expect(phaseOf(isFirst, isFinal)).toBe(phase),
  );
  it("counts follow-ups from the second notice, where none kept its place", () =>
    expect([2, 3].map((number) => followUpNumber({ number, content: {} }))).toEqual([1, 2]));
  it("reads the place that a follow-up kept", () => {
    const completes = { noticeId: "0190a6c0-0000-7000-8000-000000000001", place: 1 };
    expect(followUpNumber({ number: 4, content: { completes } })).toBe(1);
  });
});

describe("problemsOf", () => {
  const input = {
    content: file,
    lateReason: "",
    areNamesConfirmed: false,
    seenIssued: null,
    phase: "initial" as const,
    delay: null,
    issued: 0,
    isFirst: true,
    known: [],
  };

  it("lets a notice go with nothing known yet", () => {
    expect(problemsOf({ ...input, content: { ...NO_CONTENT, awareAt: AT } }, orvelle)).toEqual([]);
  });
  it("asks why a first notice is late, and lets it go then", () => {
    const delay = { rule: "contract", hours: 24 } as const;
    expect(problemsOf({ ...input, delay }, orvelle)).toEqual([
      { field: "lateReason", key: "lateWithoutReason" },
    ]);
    const own = { rule: "own-threshold", hours: 24 } as const;
    expect(problemsOf({ ...input, delay: own }, orvelle)).toEqual([
      { field: "lateReason", key: "thresholdWithoutReason" },
    ]);
    expect(problemsOf({ ...input, delay, lateReason: "Panne" }, orvelle)).toEqual([]);
    expect(problemsOf({ ...input, delay, issued: 1, isFirst: false }, orvelle)).toEqual([]);
  });
  it("stops where another notice was issued since the page was shown", () => {
    const second = { ...input, issued: 1, isFirst: false, lateReason: "x" };
    expect(problemsOf({ ...second, seenIssued: 1 }, orvelle)).toEqual([]);
    expect(problemsOf({ ...second, seenIssued: 0 }, orvelle)).toEqual([
      { field: "", key: "issuedMeanwhile" },
    ]);
  });

  it("asks of a rectifying notice what it takes back, and nothing else that the file knows", () => {
    const rectifying = {
      ...input,
      content: NO_CONTENT,
      issued: 1,
      isFirst: false,
      phase: "rectifying" as const,
      known: ["cause" as const],
    };
    expect(problemsOf(rectifying, orvelle)).toEqual([{ field: "whatHappened", key: "rectifiesNothing" }]);
    expect(
      problemsOf({ ...rectifying, content: { ...NO_CONTENT, whatHappened: "Base de test" } }, orvelle),
    ).toEqual([]);
  });

  it("stops another controller's name in any field, the reason too, whatever is confirmed", () => {
    const content = { ...file, measures: "Mots de passe d’Orvelle Assurances changés" };
    expect(
      problemsOf(
        { ...input, content, lateReason: "Orvelle Assurances d’abord", areNamesConfirmed: true },
        orvelle,
      ),
    ).toEqual([
      { field: "measures", key: "foreignName", names: "Orvelle Assurances" },
      { field: "lateReason", key: "foreignName", names: "Orvelle Assurances" },
    ]);
  });
  it("lets a doubtful name go once a person has looked", () => {
    const total = foreignNameFinder({ own: [], others: [company("Total")] });
    const content = { ...file, measures: "au total trois" };
    expect(problemsOf({ ...input, content }, total)).toEqual([
      { field: "measures", key: "doubtfulName", names: "total" },
    ]);
    expect(problemsOf({ ...input, content, areNamesConfirmed: true }, total)).toEqual([]);
  });
  it("stops a notice that calls unknown what the file knows", () => {
    expect(problemsOf({ ...input, content: { ...file, cause: null }, known: ["cause"] }, orvelle)).toEqual([
      { field: "cause", key: "knownInFile" },
    ]);
  });
  it("refuses instants in the wrong order", () => {
    const content = { ...file, occurredFrom: AT + 1, occurredUntil: AT };
    expect(problemsOf({ ...input, content }, orvelle).map(({ field }) => field)).toEqual(["occurredUntil"]);
    expect(problemsOf({ ...input, content: { ...file, occurredFrom: AT + 1 } }, orvelle)).toEqual([
      { field: "awareAt", key: "awareBefore" },
    ]);
  });
});

it.each([
  ["draft", "follow-up", true, "initial"],
  ["draft", "initial", false, "follow-up"],
  ["draft", "rectifying", true, "rectifying"],
  ["issued", "follow-up", true, "follow-up"],
] as const)(
  "shows a notice that is %s as %s, where none reached its client %s: %s",
  (status, phase, isFirst, shown) => expect(shownPhase({ status, phase }, isFirst)).toBe(shown),
);
