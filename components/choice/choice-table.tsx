import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import { type ChoiceOutcome, shownOutcome } from "@/lib/domain/choice/choices";
import type { loadChoices } from "@/lib/features/choice/loaders";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { stopTimesWords } from "@/lib/i18n/stop-times";

type Loaded = Awaited<ReturnType<typeof loadChoices>>;

const OUTCOMES: Record<ChoiceOutcome, StatusKind> = {
  allowed: "ok",
  refused: "late",
  withdrawn: "late",
  awaiting: "warn",
  corrected: "plain",
};
/** Figures of a key that tell two people apart on a page. */
const SHOWN_FIGURES = 12;

/** A day that was stated without an hour is that day, by any clock. */
export function DecidedAt({ row }: { row: Pick<Loaded["rows"][number], "decidedAt" | "decidedDay"> }) {
  const locale = useLocale();
  return row.decidedDay
    ? formatDay(row.decidedDay, locale)
    : formatInstant(row.decidedAt, "Africa/Casablanca", locale);
}

/** Choices, the last first. */
export function ChoiceTable({ org, rows }: { org: string } & Pick<Loaded, "rows">) {
  const t = useTranslations("choice");
  const ui = useTranslations("ui");
  const countries = useTranslations("countries") as (country: string) => string;
  const locale = useLocale();
  return (
    <table className="stacked turned">
      <caption className="sr">{t("caption")}</caption>
      <thead>
        <tr>
          {(["decidedAt", "outcome", "act", "controllerId", "source", "person"] as const).map((field) => (
            <th key={field} scope="col">
              {t(`fields.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <DecidedAt row={row} />
            </th>
            <td data-of={t("fields.outcome")}>
              <div>
                <Status kind={OUTCOMES[row.outcome]}>{t(`outcomes.${shownOutcome(row)}`)}</Status>
                {row.correctedBy && (
                  <small className="muted block">
                    {t(`correctedBy.${row.correctedBy.correction}`, {
                      when: formatInstant(row.correctedBy.at, "Africa/Casablanca", locale),
                    })}
                  </small>
                )}
                {row.correction && <small className="muted block">{t(`corrects.${row.correction}`)}</small>}
                {row.times && (
                  <small className="muted block">
                    {stopTimesWords(row.times, locale, ui as (key: string) => string)}
                  </small>
                )}
                {row.validUntil && (
                  <small className="muted block">
                    {t("until", { day: formatDay(row.validUntil, locale) })}
                  </small>
                )}
              </div>
            </td>
            <td data-of={t("fields.act")}>
              {joinParts(
                [
                  t(`acts.${row.act}`),
                  row.country && countries(row.country),
                  row.callAt === null ? "" : formatInstant(row.callAt, row.callZone, locale),
                  row.purpose || t("everyPurpose"),
                ],
                locale,
              )}
            </td>
            <td data-of={t("fields.controllerId")}>
              <bdi>{row.controller.legalName}</bdi>
            </td>
            <td className="wrap-anywhere" data-of={t("fields.source")}>
              {joinParts(
                [
                  t(`sources.${row.source}` as never),
                  row.proof.kind === "digest"
                    ? [t("proofDigest", { start: row.proof.start }), row.proof.line].join(" ").trim()
                    : row.proof.text,
                ],
                locale,
              )}
              {row.consentFile && (
                <Link
                  className="block"
                  href={`/${org}/telephone/consents/${row.consentFile.collection.id}`}
                  prefetch={false}
                >
                  {t("consents.ofCollection", { title: row.consentFile.collection.title })}
                </Link>
              )}
            </td>
            <td data-of={t("fields.person")}>
              <Link href={`/${org}/telephone/choices?person=${row.person}`} prefetch={false}>
                <bdi>{row.person.slice(0, SHOWN_FIGURES)}</bdi>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
