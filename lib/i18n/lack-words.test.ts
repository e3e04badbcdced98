import { describe, expect, it } from "vitest";
import { ruleOf } from "@/lib/domain/obligation/rules";
import { LOCALES } from "./locale";
import { translator } from "./translator";

/** Words for a contract that binds: a draft and one past its end are recorded, and bind nobody. */
const IN_FORCE = { fr: "en vigueur", en: "in force", ar: "ساري المفعول" } as const;
/** Words for a file that lacks parts beside the authorisation, 28(4). */
const COMPLETED = { fr: "compléter", en: "completed", ar: "استكمال" } as const;

describe.each(LOCALES)("what lacks, in %s", (locale) => {
  it("denies no contract that is recorded and binds nobody", async () => {
    const words = await translator(locale, "obligation");
    expect(words("kinds.contract.none")).toContain(IN_FORCE[locale]);
  });

  it("asks for more than an authorisation that was given", async () => {
    const words = await translator(locale, "obligation");
    expect(words("kinds.sub-processor.unauthorised")).toContain(COMPLETED[locale]);
    expect(ruleOf("sub-processor.unauthorised").article).toContain("28(4)");
  });
});
