import fc from "fast-check";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";

export const dayFrom = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => addDaysToDay("2026-01-01", days));
export const term = fc.record({
  endsOn: fc.option(dayFrom(200, 600)),
  renewal: fc.constantFrom("none" as const, "tacit" as const, null),
  renewalMonths: fc.integer({ min: 1, max: 6 }),
});
