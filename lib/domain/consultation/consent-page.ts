import { CONSENT_ITEMS, type ConsentItem } from "@/lib/domain/telephone-prospecting/facts";

type PageItems = Record<ConsentItem, "yes" | "no" | null>;

/** Version of the page of a link whose words are shown now: other words of an item are another version. */
export const CONSENT_PAGE = 3;

/**
 * Items of R223-1 in the words of each version, beside the questions: the first offered a receipt and named no proof. Before the
 * third nothing but the question named goods or services, 1°: whether it did is to be read, and is unknown here.
 */
const ITEMS: Record<number, PageItems> = {
  1: { identities: null, freeChoice: "yes", duration: "yes", withdrawal: "yes", proofAccess: "no" },
  2: { identities: null, freeChoice: "yes", duration: "yes", withdrawal: "yes", proofAccess: "yes" },
  3: { identities: "yes", freeChoice: "yes", duration: "yes", withdrawal: "yes", proofAccess: "yes" },
};

/**
 * Items of R223-1 that the person read before choosing through a link about a purpose; null of a version that nobody knows.
 * Choices that name no version were made on the first. A question without a purpose shows no nature of goods or services.
 */
export function itemsOfPage(version: number | null, purpose: string): PageItems | null {
  const items = ITEMS[version ?? 1];
  if (!items) return null;
  return purpose.trim() === "" ? { ...items, identities: null } : items;
}

/** Items that the page of now says, in the order of the decree. */
export const PAGE_ITEMS = CONSENT_ITEMS.filter((item) => ITEMS[CONSENT_PAGE]?.[item] === "yes");
