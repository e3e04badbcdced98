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

/** Row and what of it: "C-009 · Transcripta"; an exercise is named as one first. */
export function subjectOf(
  t: Translate,
  { subject, about, isDrill }: Pick<Duty, "subject" | "about" | "isDrill">,
  locale: Locale,
): string {
  return joinParts([isDrill ? t("drill") : "", subject.reference, about], locale, " · ");
}

/** Provision and basis: "art. 28(2) RGPD, délai du contrat". */
export function reasonOf(t: Translate, kind: ObligationKind, locale: Locale): string {
  const { source, article, basis } = ruleOf(kind);
  return joinParts([t(`sources.${source}`, { article: article || "EMPTY" }), t(`bases.${basis}`)], locale);
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
