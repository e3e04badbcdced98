import { expect, it } from "vitest";
import { listObligations } from "@/lib/domain/obligation/list";
import { NOW, ROW } from "@/lib/domain/obligation/obligation.fixture";
import { obligationOf, onDay, undatedOf } from "@/lib/domain/obligation/types";
import { TODAY_VIEWS, todayViewsAt } from "./views";

const HOUR = 3_600_000;
const done = (hoursAgo: number) =>
  obligationOf(ROW, "transfer.review", onDay("2026-11-01"), { doneAt: NOW - hoursAgo * HOUR });

// 24 November 2026 is a Tuesday; the clock of Casablanca reads 10:00.
it.each([
  ["late", obligationOf(ROW, "measure.review", onDay("2026-11-01")), ["near", "now"]],
  ["late by a day of one's own", obligationOf(ROW, "transfer.review", onDay("2026-11-01")), ["near"]],
  ["in three weeks", obligationOf(ROW, "transfer.review", onDay("2026-12-15")), ["near"]],
  ["in a year", obligationOf(ROW, "transfer.review", onDay("2027-11-15")), []],
  ["a transfer that nothing opens", undatedOf(ROW, "transfer.barred"), ["near", "now"]],
  ["a mention that lacks", undatedOf(ROW, "record.gaps"), ["near"]],
  ["done this morning", done(1), ["done-today", "done-week"]],
  ["done last night", done(11), ["done-week"]],
  ["done on Monday at its first minute", done(33.9), ["done-week"]],
  ["done on Sunday", done(34.1), []],
])("%s", (_what, duty, views) => {
  const [listed] = listObligations([duty], { now: NOW });
  expect(TODAY_VIEWS.filter((view) => todayViewsAt(NOW)(view, listed!))).toEqual(views);
});
