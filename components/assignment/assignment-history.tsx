import { useLocale, useTranslations } from "next-intl";
import type { AssignmentFact } from "@/lib/domain/assignment/assignment";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";

/** Every act on a line, the last first: none is ever changed. */
export function AssignmentHistory({ facts }: { facts: readonly AssignmentFact[] }) {
  const t = useTranslations("assignment");
  const locale = useLocale();
  return (
    <ol className="agenda">
      {facts.map(({ number, act, memberName, authorName, recordedAt, untilOn, word }) => (
        <li key={number}>
          <span className="at">{formatInstant(recordedAt, "Africa/Casablanca", locale)}</span>
          <div>
            {joinParts(
              [
                t(`done.${act}`, { to: memberName, name: authorName }),
                untilOn && t("line.until", { day: formatDay(untilOn, locale) }),
              ],
              locale,
            )}{" "}
            {word !== "" && <q dir="auto">{word}</q>}
          </div>
        </li>
      ))}
    </ol>
  );
}
