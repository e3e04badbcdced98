import { authorityDuties, timedDuties } from "@/lib/domain/breach/authority-duties";
import { authorityClocks } from "@/lib/domain/breach/clocks";
import {
  authorityAnswerOf,
  isBeforeAwareness,
  isBeyondHours,
  type OwnNotification,
} from "@/lib/domain/breach/own-notification";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import { todayIn } from "@/lib/domain/time/zones";
import type { findControllers } from "@/lib/features/breach/read/queries";
import type { DossierWords } from "@/lib/features/dossier/read/section";
import { joinParts } from "@/lib/i18n/format";

/** Instants by which statements of a controller are marked, in milliseconds of UTC. */
type OwnMarks = {
  /** The earliest awareness known, the processor's or the controller's; null where none is. */
  aware: number | null;
  /** End of its 72 hours; null where none run, or nobody knows from when. */
  target: number | null;
};

type Seat = Awaited<ReturnType<typeof findControllers>>[number];

/** End of the controller's own hours, counted to be safe from the first awareness proven; null where no law of its sets any. */
export function ownTarget(
  seat: Seat | undefined,
  countedAt: number | null,
  announced: readonly AnnouncedHoliday[],
): number | null {
  if (!seat || countedAt === null) return null;
  const on = todayIn("Africa/Casablanca", countedAt);
  if (timedDuties(authorityDuties(seat, on)).length === 0) return null;
  return authorityClocks(countedAt, calendarOf(seat, { from: on, years: 1, announced })).target;
}

type Words = Pick<DossierWords, "dossier" | "instant" | "locale">;

/** Lists what the controller told of its authority, every statement: a decision not to notify stands beside what was notified. */
export function describeAuthority(own: readonly OwnNotification[], marks: OwnMarks, words: Words): string {
  const { dossier, instant } = words;
  const lines = own
    .filter(({ kind }) => kind === "authority-stated")
    .map((statement) => {
      const { answer, authority } = statement.told;
      const when = instant(statement.at);
      const said =
        answer === "done"
          ? dossier("ownStatements.authorityDone", { authority, when })
          : dossier("ownStatements.authorityNot", { authority: authority || "none", when });
      return withMarks(said, statement, marks, words);
    });
  return lines.join("; ") || dossier(`ownNotification.${authorityAnswerOf(own)}`);
}

/** Lists what the controller told of the information of persons, art. 34. */
export function describePersons(own: readonly OwnNotification[], marks: OwnMarks, words: Words): string {
  const { dossier, instant } = words;
  const lines = own
    .filter(({ kind }) => kind === "persons-stated")
    .map((statement) => {
      const said = statement.told.answer === "done" ? "personsDone" : "personsNot";
      return withMarks(
        dossier(`ownStatements.${said}`, { when: instant(statement.at) }),
        statement,
        marks,
        words,
      );
    });
  return lines.join("; ") || dossier("ownNotification.not-told");
}

/** Adds what page and portal show beside a statement. */
function withMarks(
  said: string,
  statement: OwnNotification,
  { aware, target }: OwnMarks,
  { dossier, locale }: Words,
): string {
  const { reference, delayReason, note, reason } = statement.told;
  const typed = (key: string, text: string) => (text === "" ? "" : dossier(`ownStatements.${key}`, { text }));
  return joinParts(
    [
      said,
      typed("reference", reference),
      isBeyondHours(statement, target) ? dossier("ownStatements.beyond") : "",
      isBeforeAwareness(statement, aware) ? dossier("ownStatements.beforeAware") : "",
      typed("delayReason", delayReason),
      typed("note", note),
      typed("corrected", reason),
    ],
    locale,
  );
}

/** Gives the same as data. Instants are ISO 8601. */
export function ownData(own: readonly OwnNotification[], { aware, target }: OwnMarks): JsonValue {
  return own.map((statement) => ({
    kind: statement.kind,
    at: new Date(statement.at).toISOString(),
    ...statement.told,
    corrections: statement.earlier.length,
    isBeyondHours: isBeyondHours(statement, target),
    isBeforeAwareness: isBeforeAwareness(statement, aware),
  }));
}
