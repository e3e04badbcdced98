import { describe, expect, it, test } from "vitest";
import { faultsOf, mentionsOf } from "./mentions";
import { refusalOfUse } from "./use";

const TEXT =
  "Bonjour, je m’appelle Salma Idrissi, je vous appelle pour le compte de Filature du Gapeau. C’est un appel commercial. Vous pouvez vous opposer à nos appels. Vous recevrez une confirmation écrite.";
const BLOCTEL = `${TEXT} Vous pouvez vous inscrire sur Bloctel.`;
const spoken = (text: string) => ({ text, language: "fr" as const, isRecorded: false });

describe("faultsOf", () => {
  test.each([
    [TEXT, "2026-08-10", ["bloctel"]],
    [TEXT, "2026-08-11", []],
    [BLOCTEL, "2026-08-10", []],
    [BLOCTEL, "2026-08-11", ["bloctel"]],
    ["Votre accord oral vous engage.", "2020-07-25", ["oralBond"]],
  ])("%s on %s: %j", (text, day, mentions) => {
    const found = faultsOf(mentionsOf(spoken(text), day)).map(({ mention }) => mention);
    expect(found.filter((mention) => mentions.includes(mention) || mention === "bloctel")).toEqual(mentions);
  });

  it("claims nothing of a language whose words are not known", () => {
    expect(mentionsOf({ ...spoken(TEXT), language: "other" }, "2026-11-28")).toBeNull();
    expect(faultsOf(null)).toEqual([]);
  });
});

describe("refusalOfUse", () => {
  const findings = mentionsOf(spoken(TEXT), "2026-11-28");
  const stale = mentionsOf(spoken(BLOCTEL), "2026-11-28");
  test.each([
    [{ approval: "approved" as const, usedEdition: 2 }, "alreadyUsed"],
    [{ approval: "awaited" as const, usedEdition: 1 }, "notApproved"],
    [{ approval: "refused" as const, usedEdition: null }, "notApproved"],
    [{ approval: "approved" as const, usedEdition: null, findings: stale }, "faulty"],
    [{ approval: "approved" as const, usedEdition: 1 }, null],
    [{ approval: "approved" as const, usedEdition: null, findings: null }, null],
  ])("%j: %s", (stated, refusal) => {
    expect(refusalOfUse({ edition: 2, findings, ...stated })).toBe(refusal);
  });
});
