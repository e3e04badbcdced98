import {
  isBeforeAwareness,
  type OwnNotification,
  type OwnNotificationKind,
} from "@/lib/domain/breach/own-notification";
import { formatInstant } from "@/lib/i18n/format";
import type { LetterWords } from "./field-lines";

/**
 * Words what a controller told of one of its duties, a line for each statement; "" where it told nothing. `aware` is the earliest
 * awareness known, in milliseconds of UTC: an act before it is marked.
 */
export function describeOwn(
  own: readonly OwnNotification[],
  kind: OwnNotificationKind,
  words: LetterWords & { aware: number | null },
): string {
  return own
    .filter((statement) => statement.kind === kind)
    .map((statement) => describeStatement(statement, words))
    .join("\n");
}

function describeStatement(
  statement: OwnNotification,
  { t, locale, zone, aware }: Parameters<typeof describeOwn>[2],
): string {
  const { kind, at, told } = statement;
  const early = isBeforeAwareness(statement, aware) ? [t("pack.own.beforeAware", { note: told.note })] : [];
  const when = formatInstant(at, zone, locale, { long: true });
  if (told.answer !== "done")
    return [t("pack.own.decidedNot", { when, note: told.note }), ...early].join(" · ");
  const parts = [
    kind === "authority-stated"
      ? t("pack.own.notified", { authority: told.authority, when })
      : t("pack.own.personsTold", { when }),
    ...(told.reference ? [t("pack.own.withReference", { reference: told.reference })] : []),
    ...(told.delayReason ? [t("pack.own.beyondReasons", { reason: told.delayReason })] : []),
    ...early,
  ];
  return parts.join(" · ");
}
