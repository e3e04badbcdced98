import { instantAt, todayIn } from "@/lib/domain/time/zones";

/**
 * Ways in which a member learns of a kind: not at all, in the product alone, or by a letter too, once a day at `DAILY_AT` or as soon as
 * it is found.
 */
export const NOTIFICATION_DELIVERIES = ["none", "shown", "daily", "immediate"] as const;
export type NotificationDelivery = (typeof NOTIFICATION_DELIVERIES)[number];

/** Deliveries by a letter. */
export const LETTER_DELIVERIES = ["immediate", "daily"] as const;
export type LetterDelivery = (typeof LETTER_DELIVERIES)[number];

/** Hour of daily letters on the organisation's clock. */
export const DAILY_AT = "08:00";
const HOME = "Africa/Casablanca";

/** Whether the day's letter is due: its hour has come, and `last`, the letter or the choice before, was earlier than it. */
export function isDailyDue(last: number | null, now: number): boolean {
  const at = instantAt(HOME, todayIn(HOME, now), DAILY_AT);
  return at <= now && (last === null || last < at);
}
