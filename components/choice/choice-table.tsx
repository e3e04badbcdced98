import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import type { ChoiceOutcome, ChoiceStatus } from "@/lib/domain/choice/choices";
import type { loadChoices } from "@/lib/features/choice/loaders";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadChoices>>;

const OUTCOMES: Record<ChoiceOutcome, StatusKind> = { allowed: "ok", refused: "late", withdrawn: "late" };
const STATUSES: Record<ChoiceStatus, StatusKind> = { allowed: "ok", refused: "late", unknown: "warn" };
/** Figures of a key that tell two people apart on a page. */
const SHOWN_FIGURES = 12;

/** Lists the choice in force today towards each controller. */
export function HoldingList({ holding }: Pick<Loaded, "holding">) {
  const t = useTranslations("choice");
  const countries = useTranslations("countries") as (country: string) => string;
  const locale = useLocale();
  return (
    <ul className="call-findings">
      {holding.map(({ controller, act, purpose, country, status, reason, consent }) => (
        <li key={`${controller.id} ${act} ${purpose} ${country}`}>
          <Status kind={STATUSES[status]}>{t(`statuses.${status}`)}</Status>
          <div>
            <b>
              {joinParts([t(`acts.${act}`), country && countries(country), controller.legalName], locale)}
            </b>
            <p className="muted">
              {joinParts([purpose || t("everyPurpose"), t(`check.reasons.${reason}`)], locale)}
            </p>
            {consent && <ConsentItems consent={consent} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Day until which a consent holds, and what its wording is known to say of the five items of R223-1. */
function ConsentItems({ consent }: { consent: NonNullable<Loaded["holding"][number]["consent"]> }) {
  const t = useTranslations("choice");
  const locale = useLocale();
  const items = CONSENT_ITEMS.map((item) => {
    const answer = consent.items[item];
    const word = answer === null ? "unknown" : answer ? "yes" : "no";
    return t("consents.item", { item: t(`consents.items.${item}`), answer: t(`consents.answers.${word}`) });
  });
  return (
    <p className="muted">
      {joinParts(
        [consent.until ? t("until", { day: formatDay(consent.until, locale) }) : "", ...items],
        locale,
      )}
    </p>
  );
}

/** Choices, the last first. */
export function ChoiceTable({ org, rows }: { org: string } & Pick<Loaded, "rows">) {
  const t = useTranslations("choice");
  const countries = useTranslations("countries") as (country: string) => string;
  const locale = useLocale();
  return (
    <table className="stacked">
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
            <th scope="row">{formatInstant(row.decidedAt, "Africa/Casablanca", locale)}</th>
            <td data-of={t("fields.outcome")}>
              <div>
                <Status kind={OUTCOMES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Status>
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
                  row.purpose || t("everyPurpose"),
                ],
                locale,
              )}
            </td>
            <td data-of={t("fields.controllerId")}>
              <bdi>{row.controller.legalName}</bdi>
            </td>
            <td className="wrap-anywhere" data-of={t("fields.source")}>
              {joinParts([t(`sources.${row.source}` as never), row.proof], locale)}
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
