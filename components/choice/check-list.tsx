import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import { LINE_ANSWERS } from "@/lib/domain/choice/list-line";
import type { loadListCheck } from "@/lib/features/choice/loaders";
import { formatDay, formatInstant, formatNumber, joinParts } from "@/lib/i18n/format";

type Check = Awaited<ReturnType<typeof loadListCheck>>["checks"][number];
type Countries = readonly { value: string; label: string }[];

const SUMS = {
  allowed: "ok",
  refused: "late",
  unknown: "warn",
  faulty: "warn",
} as const satisfies Record<keyof Check["sums"], StatusKind>;

/** Lists checked, the last first: counts and hashes, for the lists are not stored. */
export function CheckList({
  checks,
  current,
  countries,
}: {
  checks: readonly Check[];
  current: string;
  countries: Countries;
}) {
  const t = useTranslations("choice.check");
  if (checks.length === 0) return <p className="muted pt-3">{t("none")}</p>;
  return (
    <ul>
      {checks.map((check) => (
        <CheckItem key={check.id} check={check} isCurrent={check.id === current} countries={countries} />
      ))}
    </ul>
  );
}

function CheckItem({
  check,
  isCurrent,
  countries,
}: {
  check: Check;
  isCurrent: boolean;
  countries: Countries;
}) {
  const t = useTranslations("choice");
  const locale = useLocale();
  const country = countries.find(({ value }) => value === check.country)?.label ?? "";
  const question = [
    ...[t(`acts.${check.act}`), country, check.controller, check.purpose || t("everyPurpose")],
    formatDay(check.day, locale),
  ].filter(Boolean);
  return (
    <li className="border-b border-rule py-3" aria-current={isCurrent || undefined}>
      <b>
        <bdi>{joinParts(question, locale)}</bdi>
      </b>
      <p role={isCurrent ? "status" : undefined}>
        {(Object.keys(SUMS) as (keyof typeof SUMS)[]).map((sum) => (
          <span key={sum} className="me-4 inline-block">
            <Status kind={SUMS[sum]}>
              {t("check.sum", { what: t(`check.sums.${sum}`), count: check.sums[sum] })}
            </Status>
          </span>
        ))}
      </p>
      <ReasonCounts counts={check.counts} />
      <p className="muted wrap-anywhere">
        {joinParts(
          [
            formatInstant(check.recordedAt, "Africa/Casablanca", locale),
            check.authorName,
            t("check.lines", { count: check.lineCount }),
          ],
          locale,
        )}
        <span className="block">
          SHA-256 <bdi dir="ltr">{check.sha256}</bdi>
        </span>
      </p>
    </li>
  );
}

function ReasonCounts({ counts }: Pick<Check, "counts">) {
  const t = useTranslations("choice.check");
  const locale = useLocale();
  const found = LINE_ANSWERS.filter((answer) => (counts[answer] ?? 0) > 0);
  return (
    <ul className="muted">
      {found.map((answer) => (
        <li key={answer}>
          {t("reasonCount", {
            reason: t(`reasons.${answer}`),
            count: formatNumber(counts[answer] ?? 0, locale),
          })}
        </li>
      ))}
    </ul>
  );
}
