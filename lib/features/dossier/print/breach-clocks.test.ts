import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

describe.each(LOCALES)("what a dossier says of the time of a notice, in %s", (locale) => {
  it.each(["past-threshold", "told", "told-to-judge"])(
    "names the organisation's own hours in %s",
    async (clock) => {
      const t = await translator(locale, "dossier-file");
      const said = t(`clocks.${clock}`, { rule: "own", hours: "24", ownHours: "24" });
      expect(said).toContain("24");
    },
  );

  it("names the hours of the contract as the contract's", async () => {
    const t = await translator(locale, "dossier-file");
    const own = t("clocks.told", { rule: "own", hours: "24", ownHours: "24" });
    const contract = t("clocks.told", { rule: "contract", hours: "24", ownHours: "36" });
    expect(contract).toContain("24");
    expect(contract).not.toBe(own);
  });
});
