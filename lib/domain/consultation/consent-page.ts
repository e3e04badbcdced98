import { CONSENT_ITEMS, type ConsentItem } from "@/lib/domain/telephone-prospecting/facts";

type PageItems = Record<ConsentItem, "yes" | "no">;

/** Version of the page of a link whose words are shown now: other words of an item are another version. */
export const CONSENT_PAGE = 2;

/** Items of R223-1 in the words of each version, beside the questions: the first offered a receipt and named no proof. */
const ITEMS: Record<number, PageItems> = {
  1: { identities: "yes", freeChoice: "yes", duration: "yes", withdrawal: "yes", proofAccess: "no" },
  2: { identities: "yes", freeChoice: "yes", duration: "yes", withdrawal: "yes", proofAccess: "yes" },
};

/**
 * Items of R223-1 that the person read before choosing through a link; null of a version that nobody knows. Choices that
 * name no version were made on the first.
 */
export function itemsOfPage(version: number | null): PageItems | null {
  return ITEMS[version ?? 1] ?? null;
}

/** Items that the page of now says, in the order of the decree. */
export const PAGE_ITEMS = CONSENT_ITEMS.filter((item) => ITEMS[CONSENT_PAGE]?.[item] === "yes");
