import { addDaysToDay, daysBetween } from "@/lib/domain/time/calendar-day";
import type { Calendar } from "@/lib/domain/time/controller-calendar";
import { movingHolidayOn, type MovingHoliday } from "@/lib/domain/time/moving-holidays";
import { itemAt } from "@/lib/domain/invariant/required";
import { endOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";
import { monthPeriod, onWorkingDay, type MonthPeriod } from "./periods";

/** Article 12(3): one month, and two more where they are announced within it. */
const MONTHS = 1;
const EXTENDED_MONTHS = 3;

export type Receipts = {
  /** Instant of receipt by the processor. */
  processorAt: number;
  /** Instant of receipt by the controller; null while nothing proves any. */
  controllerAt: number | null;
};

/** Time in which the controller asked who the person is, 12(6); `until` is null while it is unanswered. */
export type IdentityDoubt = { from: number; until: number | null };

export type Extension =
  | { status: "none" }
  /** Announced after the first month: it moves nothing. */
  | { status: "late"; announcedAt: number }
  | { status: "in-time"; announcedAt: number; period: MonthPeriod };

/** The later date that a suspension for identity would give: disputed, shown beside the one that is not suspended. */
export type DisputedDate = { status: "running" } | { status: "ended"; days: number; lastDay: string };

export type ControllerClock = {
  /** The earlier of the two receipts: whether the processor's starts the month is arguable. */
  startsAt: number;
  startedBy: "processor" | "controller";
  /** Day of receipt from which the period runs: of the processor's the earlier of those in Casablanca and at the controller's seat. */
  startDay: string;
  /** The later of the two; null where they are one. */
  laterStartDay: string | null;
  /** First month: answer, announcement of an extension, refusal with its reasons (12(4)). */
  month: MonthPeriod;
  extension: Extension;
  /** The end that is relied on: of the extension announced in time, else of the month. */
  due: MonthPeriod;
  disputed: DisputedDate | null;
  /** True where the controller's country has no known holidays. */
  isAssumed: boolean;
  /** Holiday that may fall on the last day, once it is announced, and move it. */
  unconfirmed: MovingHoliday | null;
};

/** Facts that move the end: an extension that was announced, and doubts about the identity. */
export type AnswerFacts = { announcedAt: number | null; doubts: readonly IdentityDoubt[] };

/** Periods of a law, from the day of receipt; `extended` is null where it knows no extension. */
export type AnswerTerm = {
  first: (startDay: string, calendar: Calendar) => MonthPeriod;
  extended: (startDay: string, calendar: Calendar) => MonthPeriod | null;
};

/** Article 12(3), of the GDPR and of the UK GDPR alike. */
export const MONTHLY: AnswerTerm = {
  first: (startDay, calendar) => monthPeriod(startDay, MONTHS, calendar),
  extended: (startDay, calendar) => monthPeriod(startDay, EXTENDED_MONTHS, calendar),
};

/** Zone of the processor, in which it receives what a controller counts in its own. */
const HOME = "Africa/Casablanca";

/** The controller's time to answer a person, art. 12(3), (4) and (6), on the calendar of its seat. */
export function controllerClock(
  receipts: Receipts,
  { announcedAt, doubts }: AnswerFacts,
  calendar: Calendar,
  term: AnswerTerm = MONTHLY,
): ControllerClock {
  const start = earlierReceipt(receipts);
  // Received at night by the processor, the day differs with the clock that one reads: the earlier is safe. A receipt of the
  // controller's own has its own clock alone.
  const zones: readonly Zone[] = start.startedBy === "controller" ? [calendar.zone] : [HOME, calendar.zone];
  const days = zones.map((zone) => todayIn(zone, start.startsAt)).toSorted();
  const startDay = itemAt(days, 0);
  const month = term.first(startDay, calendar);
  const extension = extensionOf(announcedAt, month, term.extended(startDay, calendar));
  const due = extension.status === "in-time" ? extension.period : month;
  return {
    ...start,
    startDay,
    laterStartDay: days.find((day) => day !== startDay) ?? null,
    month,
    extension,
    due,
    disputed: disputedDate(doubts, due, calendar),
    isAssumed: calendar.isAssumed,
    unconfirmed: movingHolidayOn(calendar.moving ?? [], due.lastDay),
  };
}

function earlierReceipt({
  processorAt,
  controllerAt,
}: Receipts): Pick<ControllerClock, "startsAt" | "startedBy"> {
  if (controllerAt !== null && controllerAt < processorAt)
    return { startsAt: controllerAt, startedBy: "controller" };
  return { startsAt: processorAt, startedBy: "processor" };
}

function extensionOf(announcedAt: number | null, month: MonthPeriod, period: MonthPeriod | null): Extension {
  if (announcedAt === null || period === null) return { status: "none" };
  if (announcedAt > month.endsAt) return { status: "late", announcedAt };
  return { status: "in-time", announcedAt, period };
}

/** Days of each doubt that lie before the end are added to it; the day that this gives is a working day. */
function disputedDate(
  doubts: readonly IdentityDoubt[],
  { lastDay, endsAt }: MonthPeriod,
  { zone, holidays }: Calendar,
): DisputedDate | null {
  const raised = doubts.filter(({ from }) => from <= endsAt);
  if (raised.length === 0) return null;
  if (raised.some(({ until }) => until === null)) return { status: "running" };
  const days = raised.reduce(
    (sum, { from, until }) => sum + daysBetween(todayIn(zone, from), todayIn(zone, until ?? from)),
    0,
  );
  return { status: "ended", days, lastDay: onWorkingDay(addDaysToDay(lastDay, days), holidays) };
}

/** States what the contract says of relaying: forward it, or answer it as instructed; hours or days where it names some, 28(3)(e). */
export type RelayTerms = {
  contractId: string;
  reference: string;
  rule: "forwarded" | "answered" | null;
  hours: number | null;
  days: number | null;
};

export type RelayClock =
  /** Without undue delay: no term is agreed, and none is invented. */
  | { basis: "without-delay"; since: number }
  /** `hours` is 0 where it is the day of receipt. */
  | { basis: "contract"; since: number; hours: number; endsAt: number };

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/**
 * Finds when the controller is to have it: agreed days run as elapsed hours, none is the end of the day of receipt. Of hours
 * and days the first to end counts.
 */
export function relayClock(receivedAt: number, terms: RelayTerms | null): RelayClock {
  const ends = terms === null ? [] : endsOf(receivedAt, terms);
  const [first] = ends.toSorted((one, other) => one.endsAt - other.endsAt);
  if (!first) return { basis: "without-delay", since: receivedAt };
  return { basis: "contract", since: receivedAt, ...first };
}

type End = { hours: number; endsAt: number };

function endsOf(receivedAt: number, { hours, days }: RelayTerms): End[] {
  const inHours = [hours, days === null || days === 0 ? null : days * DAY_HOURS].filter(
    (one) => one !== null,
  );
  const ends = inHours.map((agreed) => ({ hours: agreed, endsAt: receivedAt + agreed * HOUR_MS }));
  return days === 0 ? [...ends, { hours: 0, endsAt: endOfDay(HOME, todayIn(HOME, receivedAt)) }] : ends;
}
