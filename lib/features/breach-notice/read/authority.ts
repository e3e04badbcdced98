import { authorityDuties, timedDuties, type NotifyingClient } from "@/lib/domain/breach/authority-duties";
import { authorityClocks } from "@/lib/domain/breach/clocks";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import { todayIn } from "@/lib/domain/time/zones";

/** The controller's own duties by each of its laws, and the 72 hours where one sets them and it is aware. */
export function authorityOf(
  controller: NotifyingClient & { address: string },
  controllerAt: number | null,
  { now, announced }: { now: number; announced: readonly AnnouncedHoliday[] },
) {
  const on = todayIn("Africa/Casablanca", controllerAt ?? now);
  const duties = authorityDuties(controller, on);
  if (timedDuties(duties).length === 0 || controllerAt === null) return { duties, clocks: null };
  return {
    duties,
    clocks: authorityClocks(controllerAt, calendarOf(controller, { from: on, years: 1, announced })),
  };
}
