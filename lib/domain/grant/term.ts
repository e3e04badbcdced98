import { todayIn } from "@/lib/domain/time/zones";

/**
 * First and last day of a grant at the organisation, both counting whole. `endsAt` is the instant at which the last one is over,
 * in milliseconds as `startsAt`: the day of that instant itself is a day without access.
 */
export function termDays({ startsAt, endsAt }: { startsAt: number; endsAt: number }) {
  return {
    first: todayIn("Africa/Casablanca", startsAt),
    last: todayIn("Africa/Casablanca", endsAt - 1),
  };
}
