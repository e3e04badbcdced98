import { expect, it } from "vitest";
import { startOfDay } from "@/lib/domain/time/zones";
import { termDays } from "./term";

it("ends on the day before the one on whose first instant access is over", () => {
  const startsAt = startOfDay("Africa/Casablanca", "2026-11-24");
  const endsAt = startOfDay("Africa/Casablanca", "2026-12-01");
  expect(termDays({ startsAt, endsAt })).toEqual({ first: "2026-11-24", last: "2026-11-30" });
});
