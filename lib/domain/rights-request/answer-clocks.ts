import type { ApplicableLaws, DataLaw, LawReason, OpenLaw } from "@/lib/domain/statute/applicable-laws";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Calendar } from "@/lib/domain/time/controller-calendar";
import { endOfDay } from "@/lib/domain/time/zones";
import {
  controllerClock,
  MONTHLY,
  type AnswerFacts,
  type AnswerTerm,
  type ControllerClock,
  type Receipts,
} from "./clocks";

/** The controller's time to answer under one law. */
export type AnswerClock = ControllerClock & {
  law: DataLaw;
  /** Null where the law applies only if an unanswered question is answered so. */
  reason: LawReason | null;
  open: OpenLaw["question"] | null;
};

/** Thirty days after receipt, FADP 25(7), to be verified: no rule is known that moves their end, and the earlier is safe. */
const SWISS_DAYS = 30;
const SWISS_ACCESS: AnswerTerm = {
  first: (startDay, { zone }) => {
    const lastDay = addDaysToDay(startDay, SWISS_DAYS);
    return { nominalDay: lastDay, lastDay, endsAt: endOfDay(zone, lastDay) };
  },
  extended: () => null,
};

/**
 * Term of a law for some rights; null where it names no number of days: under law 09-08 the clear days of rectification are a
 * period of their own, and access and opposition have none.
 */
function termOf(law: DataLaw, rights: readonly string[]): AnswerTerm | null {
  switch (law) {
    case "gdpr":
    case "french-1978":
    case "uk-gdpr":
      return MONTHLY;
    case "swiss-fadp":
      return rights.includes("access") ? SWISS_ACCESS : null;
    case "law-09-08":
    case "other":
      return null;
  }
}

type Asked = { clientRole: string; laws: ApplicableLaws; rights: readonly string[]; calendar: Calendar };

/**
 * Clocks of each law that sets one, the first to end first; that of an unanswered question is among them. A client that is itself
 * a processor has none: it passes the request on, 28(3)(e), and 12(3) binds those for whom it acts, whose law and receipt are theirs.
 */
export function answerClocks(
  receipts: Receipts,
  facts: AnswerFacts,
  { clientRole, laws: { applied, open }, rights, calendar }: Asked,
): AnswerClock[] {
  if (clientRole === "processor") return [];
  const known = applied.map(({ law, reason }) => ({ law, reason, open: null }));
  const possible = open ? [{ law: open.law, reason: null, open: open.question }] : [];
  return [...known, ...possible]
    .flatMap((under): AnswerClock[] => {
      const term = termOf(under.law, rights);
      return term ? [{ ...controllerClock(receipts, facts, calendar, term), ...under }] : [];
    })
    .toSorted((one, other) => one.due.endsAt - other.due.endsAt);
}

/** The clock that is relied on: the first to end of the laws that are known to apply. */
export function reliedClock(clocks: readonly AnswerClock[]): AnswerClock | null {
  return clocks.find(({ open }) => open === null) ?? null;
}
