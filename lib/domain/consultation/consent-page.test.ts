import { describe, expect, it } from "vitest";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import { CONSENT_PAGE, itemsOfPage, PAGE_ITEMS } from "./consent-page";

describe("the page of a link", () => {
  it("says each item of R223-1 now", () => {
    expect(PAGE_ITEMS).toEqual(CONSENT_ITEMS);
    expect(itemsOfPage(CONSENT_PAGE)?.proofAccess).toBe("yes");
  });

  it("did not say of access to the proof before, and is unknown where its version is", () => {
    expect(itemsOfPage(null)).toMatchObject({ withdrawal: "yes", proofAccess: "no" });
    expect(itemsOfPage(CONSENT_PAGE + 1)).toBeNull();
  });
});
