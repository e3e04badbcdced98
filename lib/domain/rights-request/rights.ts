import type { ApplicableLaws } from "@/lib/domain/statute/applicable-laws";

/** A right that a person invokes, with its provision in each law; null where law 09-08 knows none. */
type Right = { gdpr: string; law0908: string | null };

export const RIGHT_ARTICLES = {
  access: { gdpr: "15", law0908: "7" },
  rectification: { gdpr: "16", law0908: "8" },
  erasure: { gdpr: "17", law0908: "8" },
  restriction: { gdpr: "18", law0908: "8" },
  portability: { gdpr: "20", law0908: null },
  objection: { gdpr: "21(1)", law0908: "9" },
  // Absolute: no ground of the controller stands against it, 21(3).
  "marketing-objection": { gdpr: "21(2)", law0908: "9" },
  "automated-decision": { gdpr: "22", law0908: "11" },
  "consent-withdrawal": { gdpr: "7(3)", law0908: null },
} as const satisfies Record<string, Right>;

export type RightId = keyof typeof RIGHT_ARTICLES;
// Object.keys loses the literals of the table.
export const RIGHTS = Object.keys(RIGHT_ARTICLES) as [RightId, ...RightId[]];

export const CHANNELS = ["telephone", "e-mail", "letter", "public-form", "portal"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Law 09-08, art. 8: rectification, with which it names erasure and locking, is done within 10 clear days. */
const WITHIN_CLEAR_DAYS: readonly string[] = ["rectification", "erasure", "restriction"];

/** Reason for which law 09-08 applies: the controller's seat, or means that it uses in Morocco, art. 2(2). */
export type Law0908Reason = "seat" | "means";

/** Reason for which law 09-08 is among the laws of a controller; an establishment in Morocco counts as a seat there. */
export function law0908Reason({ applied }: ApplicableLaws): Law0908Reason | null {
  const moroccan = applied.find(({ law }) => law === "law-09-08");
  if (!moroccan) return null;
  return moroccan.reason === "means" ? "means" : "seat";
}

/** Tells whether a right among those invoked is one that art. 8 of law 09-08 gives 10 clear days. */
export function hasClearDays(rights: readonly string[]): boolean {
  return rights.some((right) => WITHIN_CLEAR_DAYS.includes(right));
}
