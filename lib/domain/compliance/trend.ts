import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { type Cell, type ComplianceDuty, DUTIES, OWN } from "./duties";
import { type CellFigure, totalsOf } from "./matrix";

/** Key of the figures of the whole organisation, and of what concerns several controllers. */
export const ALL = "all";
export const SHARED = "shared";

/** Figures of one duty on one day; a party is a controller's id, `OWN`, `SHARED` or `ALL`. */
export type DayFigure = Cell & { party: string; duty: ComplianceDuty };

/** Figures that are stored of a day: every duty of the whole, even without a subject, and each party that has one. */
export function figuresOf(cells: readonly CellFigure[]): DayFigure[] {
  const totals = totalsOf(cells);
  return [
    ...DUTIES.map((duty) => ({ party: ALL, duty, ...totals[duty] })),
    ...cells.map(({ controllerId, isOwn, duty, subjects, lacking }) => ({
      party: isOwn ? OWN : (controllerId ?? SHARED),
      duty,
      subjects,
      lacking,
    })),
  ];
}

/** A day of the trend; its figure is null where nobody read it. */
export type TrendDay = { day: string; figure: Cell | null };

/** Begins twelve months before a day, the day itself included. */
export function trendBegin(today: string): string {
  return addDaysToDay(addMonthsToDay(today, -12), 1);
}

/** Every day from one to another: what was not read is unknown, never drawn from its neighbours. */
export function trendOf(
  { from, to }: { from: string; to: string },
  read: readonly (Cell & { day: string })[],
): TrendDay[] {
  const byDay = new Map(read.map(({ day, subjects, lacking }) => [day, { subjects, lacking }]));
  const days: TrendDay[] = [];
  for (let day = from; day <= to; day = addDaysToDay(day, 1))
    days.push({ day, figure: byDay.get(day) ?? null });
  return days;
}

export type TrendMonth = {
  /** "2026-11" */
  month: string;
  /** The last day of the month that was read. */
  last: { day: string; figure: Cell } | null;
  read: number;
  days: number;
};

/** Sums up each month: its last day that was read, and how many of its days were. */
export function monthsOf(trend: readonly TrendDay[]): TrendMonth[] {
  const months = new Map<string, TrendMonth>();
  for (const { day, figure } of trend) {
    const month = day.slice(0, 7);
    const { last, read, days } = months.get(month) ?? { last: null, read: 0, days: 0 };
    months.set(month, {
      month,
      days: days + 1,
      read: read + Number(figure !== null),
      last: figure ? { day, figure } : last,
    });
  }
  return [...months.values()];
}

/** Days that follow each other and were read, or were not: what a chart draws as one piece. */
export type TrendRun = { isRead: boolean; from: number; to: number };

export function runsOf(trend: readonly TrendDay[]): TrendRun[] {
  const runs: TrendRun[] = [];
  for (const [index, { figure }] of trend.entries()) {
    const isRead = figure !== null;
    const last = runs.at(-1);
    if (last?.isRead === isRead) last.to = index;
    else runs.push({ isRead, from: index, to: index });
  }
  return runs;
}

/** Upper end of an axis that begins at zero: 1, 2 or 5 times a power of ten. */
export function axisEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return ([1, 2, 5].find((step) => step * power >= most) ?? 10) * power;
}
