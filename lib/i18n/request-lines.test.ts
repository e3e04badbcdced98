import { describe, expect, it } from "vitest";
import type { AuthorisationState } from "@/lib/domain/authorisation/types";
import { LOCALES } from "./locale";
import { missingLines, type RequestLines } from "./request-lines";
import { translator } from "./translator";

const lines = (missing: string[] = []): RequestLines => ({ data: "", tools: [], missing });
const conditions = ["Suppression sous 12 h", "Liste des lieux"];

describe("what lacks of a request", () => {
  it.each(LOCALES)(
    "names each open condition of an authorisation in %s, and no decision that was taken",
    async (locale) => {
      const t = await translator(locale, "authorisation");
      const after = missingLines(
        lines(["le contrat"]),
        { state: "approved", openConditions: conditions },
        t,
      )!;
      expect(after).toHaveLength(3);
      conditions.forEach((condition, at) => expect(after[at]).toContain(condition));
      expect(after[2]).toContain("le contrat");
      expect(after.join(" ")).not.toContain(t("decidedOn.nothingMissing"));
    },
  );

  it.each<AuthorisationState>(["submitted", "notified", "expired"])(
    "is the decision alone while %s",
    async (state) => {
      const t = await translator("fr", "authorisation");
      expect(missingLines(lines(), { state, openConditions: [] }, t)).toEqual([
        "rien d’autre que votre décision",
      ]);
      expect(missingLines(lines(["le contrat"]), { state, openConditions: [] }, t)).toEqual(["le contrat"]);
    },
  );

  it.each(LOCALES)(
    "names a contract that promises less than the controller’s in %s, art. 28(4)",
    async (locale) => {
      const t = await translator(locale, "authorisation");
      const asked = { state: "submitted", openConditions: [], promisesLess: 8 } as const;
      const found = missingLines(lines(), asked, t)!;
      expect(found).toHaveLength(1);
      expect(found[0]).toContain("8");
      expect(found[0]).not.toBe(t("decidedOn.nothingMissing"));
    },
  );

  it.each<AuthorisationState>(["approved", "not-objected", "suspended"])(
    "is no decision once %s",
    async (state) => {
      const t = await translator("fr", "authorisation");
      const [line] = missingLines(lines(), { state, openConditions: [] }, t)!;
      expect(line).toMatch(/aucune condition ouverte/);
    },
  );

  it.each<AuthorisationState>(["refused", "objected", "revoked", "withdrawn", "ended"])(
    "is nothing once %s",
    async (state) => {
      const t = await translator("fr", "authorisation");
      expect(missingLines(lines(["le contrat"]), { state, openConditions: conditions }, t)).toBeNull();
    },
  );
});
