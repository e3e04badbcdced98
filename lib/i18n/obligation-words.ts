import type { DutyGround } from "@/lib/domain/obligation/duty-ground";
import { daysLeft, dueDay, endsAt } from "@/lib/domain/obligation/due";
import { ruleOf } from "@/lib/domain/obligation/rules";
import type { Duty, ObligationKind } from "@/lib/domain/obligation/types";
import { dayAt, formatDay, formatDayEnd, formatInstant, joinParts } from "./format";
import type { Locale } from "./locale";

/** Translator of `obligation`, of a page or of a letter. */
type Translate = (key: string, values?: Record<string, string | number>) => string;

const HOME = "Africa/Casablanca";
const HOUR_MS = 3_600_000;

/** The act that an obligation asks for. */
export function actOf(t: Translate, kind: ObligationKind): string {
  return t(`kinds.${kind}`);
}

/** Row and what of it: "C-009 · Transcripta"; an exercise is named as one first, a burst by its count. */
export function subjectOf(
  t: Translate,
  { kind, subject, about, isDrill }: Pick<Duty, "kind" | "subject" | "about" | "isDrill">,
  locale: Locale,
): string {
  const what = aboutOf(t, kind, about);
  return joinParts([isDrill ? t("drill") : "", subject.reference, what], locale, " · ");
}

function aboutOf(t: Translate, kind: ObligationKind, about: string): string {
  if (kind === "rights-request.held") return t("heldCount", { count: Number(about) });
  return kind === "holiday.confirm" ? t(`feasts.${about}`) : about;
}

/** Provisions by which a duty is owed, and its basis: "art. 28(2) RGPD, obligation légale". */
export function reasonOf(t: Translate, { provisions, basis }: DutyGround, locale: Locale): string {
  return joinParts([...provisionTexts(t, provisions), basis && t(`bases.${basis}`)], locale);
}

/** Each text with its law: "art. 28(3) RGPD", "art. 23(3) loi 09-08". */
export function provisionTexts(t: Translate, provisions: DutyGround["provisions"]): string[] {
  return provisions.map(({ source, article }) => t(`sources.${source}`, { article }));
}

/**
 * Describes when it is due, or was met, in words; "" where no fact dates it. The zone is named where it is another than
 * Casablanca's.
 */
export function whenOf(t: Translate, obligation: Duty, locale: Locale): string {
  const { kind, due, doneAt, ending } = obligation;
  if (doneAt !== null) return t(`when.${ending}`, { day: formatDay(dayAt(doneAt, HOME), locale) });
  if ((due.type === "since" || due.type === "instant") && ruleOf(kind).isHourly)
    return t(due.type === "since" ? "when.sinceInstant" : "when.at", { when: inBothCities(due.at, locale) });
  switch (due.type) {
    case "open":
      return "";
    case "since":
      return t("when.since", { day: formatDay(dayAt(due.at, HOME), locale, { weekday: true }) });
    case "instant":
      return t("when.at", { when: formatInstant(due.at, HOME, locale, { weekday: true }) });
    case "day":
      return t("when.day", {
        day:
          due.zone === HOME
            ? formatDay(due.day, locale, { weekday: true })
            : formatDayEnd(due.day, endsAt(due), due.zone, locale, { weekday: true }),
      });
  }
}

/** Hours agreed with a controller are read on its clock and on ours. */
function inBothCities(at: number, locale: Locale): string {
  return joinParts(
    [
      formatInstant(at, HOME, locale, { weekday: true }),
      formatInstant(at, "Europe/Paris", locale, { weekday: true }),
    ],
    locale,
    " / ",
  );
}

/** Relative time: "dans 3 jours", "en retard de 2 jours", "depuis hier", "dans 4 h 05". */
export function relativeOf(t: Translate, { kind, due, doneAt, ending }: Duty, now: number): string {
  if (doneAt !== null) return t(`endings.${ending}`);
  if (due.type === "open") return t("relative.open");
  if (due.type !== "day" && ruleOf(kind).isHourly) return hourlyOf(t, due, now);
  const days = daysLeft(due, now);
  if (due.type === "since") return t("relative.since", { days: Math.max(0, -days) });
  const left = endsAt(due) - now;
  if (left <= 0) return t("relative.late", { days: Math.max(0, -days) });
  if (due.type === "instant" && left < 24 * HOUR_MS) return t("relative.hours", hoursOf(left));
  return t("relative.left", { days: Math.max(0, days) });
}

/** Hours and minutes elapsed or left, whatever their number: a period in hours is never told in days. */
function hourlyOf(t: Translate, due: { type: "since" | "instant"; at: number }, now: number): string {
  const left = due.at - now;
  if (due.type === "since") return t("relative.hoursSince", hoursOf(Math.max(0, -left)));
  return left > 0 ? t("relative.hours", hoursOf(left)) : t("relative.hoursLate", hoursOf(-left));
}

function hoursOf(length: number): { hours: number; minutes: string } {
  return {
    hours: Math.floor(length / HOUR_MS),
    minutes: String(Math.floor((length % HOUR_MS) / 60_000)).padStart(2, "0"),
  };
}

/** Day of the margin, "25 nov."; "" where no fact has one. */
export function marginDay({ due, doneAt }: Duty, locale: Locale): string {
  if (doneAt !== null) return formatDay(dayAt(doneAt, HOME), locale);
  return due.type === "open" ? "" : formatDay(dueDay(due), locale);
}
