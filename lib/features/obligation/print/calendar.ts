import ical, {
  ICalAlarmType,
  ICalCalendar,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEvent,
} from "ical-generator";
import type { DutyGround } from "@/lib/domain/obligation/duty-ground";
import { obligationKey, ruleOf } from "@/lib/domain/obligation/rules";
import { sequenceOf } from "@/lib/domain/obligation/sequence";
import type { Obligation } from "@/lib/domain/obligation/types";
import { joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { actOf, reasonOf, subjectOf, whenOf } from "@/lib/i18n/obligation-words";
import { translator } from "@/lib/i18n/translator";

/** Seconds after which a calendar asks again. */
const REFRESH_SECONDS = 3600;

type Calendar = { organisation: { slug: string; legalName: string }; locale: Locale; origin: string };

/** A date with the texts by which it is owed. */
type Printed = Obligation & { ground: DutyGround };

/**
 * Prints dates as iCalendar (RFC 5545): days without an hour, instants in UTC, without METHOD since nothing is scheduled.
 * Obligations that were met become cancelled events; obligations without a due day are left out.
 */
export async function printCalendar(
  obligations: readonly Printed[],
  { organisation, locale, origin }: Calendar,
): Promise<string> {
  const t = await translator(locale, "obligation");
  const calendar = ical({
    prodId: { company: "Amana", product: "Amana", language: locale.toUpperCase() },
    name: t("feed.calendarName", { organisation: organisation.legalName }),
    ttl: REFRESH_SECONDS,
  });
  for (const obligation of obligations) {
    const of = joinParts([subjectOf(t, obligation, locale), obligation.controller?.name], locale);
    addEvent(calendar, obligation, {
      host: new URL(origin).hostname,
      url: `${origin}/${organisation.slug}${obligation.path}`,
      summary: t("feed.summary", { subject: of, act: actOf(t, obligation.kind) }),
      description: joinParts([whenOf(t, obligation, locale), reasonOf(t, obligation.ground, locale)], locale),
    });
  }
  return calendar.toString();
}

type Words = { host: string; url: string; summary: string; description: string };

function addEvent(calendar: ICalCalendar, obligation: Obligation, { host, ...words }: Words): void {
  const { due, doneAt, changedAt } = obligation;
  if (due.type === "since") return;
  // Midnight UTC of a day is printed as that day: the library reads whole days in UTC where no zone is named.
  const start = new Date(due.type === "day" ? `${due.day}T00:00:00Z` : due.at);
  const event = calendar.createEvent({
    ...words,
    start,
    allDay: due.type === "day",
    id: `${obligationKey(obligation).replaceAll(" ", "-")}@${host}`,
    sequence: sequenceOf(obligation),
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    status: doneAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  if (doneAt === null) addAlarms(event, obligation, words.summary);
}

const HOUR_SECONDS = 3600;

/** A period in hours rings in hours; days are left to the calendar's own choice. */
function addAlarms(event: ICalEvent, { kind }: Obligation, description: string): void {
  const { leads, isHourly } = ruleOf(kind);
  if (!isHourly) return;
  for (const hours of leads.filter((lead) => lead >= 0))
    event.createAlarm({ type: ICalAlarmType.display, trigger: hours * HOUR_SECONDS, description });
}
