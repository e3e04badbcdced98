import { describe, expect, it } from "vitest";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import { CONSENT_PAGE, itemsOfPage, PAGE_ITEMS } from "./consent-page";

describe("the page of a link", () => {
  it("says each item of R223-1 now", () => {
    expect(PAGE_ITEMS).toEqual(CONSENT_ITEMS);
    expect(Object.values(itemsOfPage(CONSENT_PAGE, "Fibre") ?? {})).toEqual(CONSENT_ITEMS.map(() => "yes"));
  });

  it("did not say of access to the proof before, and is unknown where its version is", () => {
    expect(itemsOfPage(null, "Fibre")).toMatchObject({ withdrawal: "yes", proofAccess: "no" });
    expect(itemsOfPage(CONSENT_PAGE + 1, "Fibre")).toBeNull();
  });

  it("names goods or services where it shows a purpose, and is to be read where it showed none", () => {
    expect(itemsOfPage(CONSENT_PAGE, "Fibre")?.identities).toBe("yes");
    expect(itemsOfPage(CONSENT_PAGE, " ")).toMatchObject({ identities: null, withdrawal: "yes" });
    for (const version of [null, 1, 2]) expect(itemsOfPage(version, "Fibre")?.identities).toBeNull();
  });
});
