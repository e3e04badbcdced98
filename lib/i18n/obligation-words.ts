import { daysLeft, dueDay, endsAt } from "@/lib/domain/obligation/due";
import { ruleOf } from "@/lib/domain/obligation/rules";
import type { Obligation, ObligationKind } from "@/lib/domain/obligation/types";
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

/** Row and what of it: "C-009 · Transcripta". */
export function subjectOf({ subject, about }: Pick<Obligation, "subject" | "about">, locale: Locale): string {
  return joinParts([subject.reference, about], locale, " · ");
}

/** Provision and basis: "art. 28(2) RGPD, délai du contrat". */
export function reasonOf(t: Translate, kind: ObligationKind, locale: Locale): string {
  const { source, article, basis } = ruleOf(kind);
  return joinParts([t(`sources.${source}`, { article: article || "EMPTY" }), t(`bases.${basis}`)], locale);
}

/** Describes when it is due, or was met, in words: the zone is named where it is another than Casablanca's. */
export function whenOf(t: Translate, { due, doneAt }: Obligation, locale: Locale): string {
  if (doneAt !== null) return t("when.done", { day: formatDay(dayAt(doneAt, HOME), locale) });
  switch (due.type) {
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

/** Relative time: "dans 3 jours", "en retard de 2 jours", "depuis hier", "dans 4 h 05". */
export function relativeOf(t: Translate, { due, doneAt }: Obligation, now: number): string {
  if (doneAt !== null) return t("relative.done");
  const days = daysLeft(due, now);
  if (due.type === "since") return t("relative.since", { days: Math.max(0, -days) });
  const left = endsAt(due) - now;
  if (left <= 0) return t("relative.late", { days: Math.max(0, -days) });
  if (due.type === "instant" && left < 24 * HOUR_MS)
    return t("relative.hours", {
      hours: Math.floor(left / HOUR_MS),
      minutes: String(Math.floor((left % HOUR_MS) / 60_000)).padStart(2, "0"),
    });
  return t("relative.left", { days: Math.max(0, days) });
}

/** Day of the margin, "25 nov.". */
export function marginDay({ due, doneAt }: Obligation, locale: Locale): string {
  return formatDay(doneAt === null ? dueDay(due) : dayAt(doneAt, HOME), locale);
}
