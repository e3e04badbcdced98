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

/** Rights that end calls and messages at once, whatever becomes of the request; the stricter word comes first. */
const STOPS = {
  // Absolute, 21(3).
  "marketing-objection": "refused",
  // Until a ground of the controller is shown to override it, nothing more is processed, 21(1): a call would be.
  objection: "refused",
  // Withdrawing is as easy as agreeing, in whatever words and by whatever channel, 7(3).
  "consent-withdrawal": "withdrawn",
} as const satisfies Partial<Record<RightId, string>>;

/** Rights that hold back calls and messages from the receipt on. */
export const STOPPING_RIGHTS = Object.keys(STOPS);

/** Entry in the register of choices that a request comes to; null where none of its rights ends calls. */
export function stopOf(rights: readonly string[]): "refused" | "withdrawn" | null {
  const stops = Object.entries(STOPS).flatMap(([right, outcome]) =>
    rights.includes(right) ? [outcome] : [],
  );
  return stops[0] ?? null;
}

/**
 * Extent of what an objection or a withdrawal ends. It ends everything until a person who read the words says, with a reason,
 * that they ask for less: an objection to one thing is not widened in silence.
 */
export const STOP_EXTENTS = ["everything", "calls", "messages"] as const;
export type StopExtent = (typeof STOP_EXTENTS)[number];

/** Reasons for which somebody narrows it: the words of the request, or what the person confirmed since. */
export const NARROWINGS = ["words", "confirmed"] as const;

/** True of an act that a stop of that extent ends. */
export function isStopped(act: "telephone" | "mail", extent: StopExtent): boolean {
  return extent === "everything" || extent === (act === "telephone" ? "calls" : "messages");
}

export const CHANNELS = ["telephone", "e-mail", "letter", "public-form", "portal"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Law 09-08, art. 8: the 10 clear days are rectification's alone. */
const WITHIN_CLEAR_DAYS: readonly string[] = ["rectification"];

/** Reason for which law 09-08 applies: the controller's seat, or means that it uses in Morocco, art. 2(2). */
export type Law0908Reason = "seat" | "means";

/** Reason for which law 09-08 is among the laws of a controller; an establishment in Morocco counts as a seat there. */
export function law0908Reason({ applied }: ApplicableLaws): Law0908Reason | null {
  const moroccan = applied.find(({ law }) => law === "law-09-08");
  if (!moroccan) return null;
  return moroccan.reason === "means" ? "means" : "seat";
}

/**
 * Tells whether art. 8 of law 09-08 gives 10 clear days: for such a right, of a controller with a seat in Morocco. One that
 * has its processor's means there alone, art. 2(2), is bound by its own law's month.
 */
export function hasClearDays(rights: readonly string[], reason: Law0908Reason | null): boolean {
  return reason === "seat" && rights.some((right) => WITHIN_CLEAR_DAYS.includes(right));
}
