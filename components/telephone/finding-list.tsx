import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { queryHref } from "@/components/ui/query-href";
import { Status, type StatusKind } from "@/components/ui/status";
import { foreignSubject } from "@/lib/domain/telephone-prospecting/foreign-law";
import { isHouseRule } from "@/lib/domain/telephone-prospecting/house-rules";
import type { Verdict } from "@/lib/domain/telephone-prospecting/judgement";
import { dayAt, formatInstant } from "@/lib/i18n/format";
import type { loadCallJudgement } from "@/lib/features/telephone/loaders";
import { LackingConditions } from "@/components/shell/lacking-conditions";

type Judged = NonNullable<Awaited<ReturnType<typeof loadCallJudgement>>["judged"]>;

const KINDS: Record<Verdict, StatusKind> = { met: "ok", warning: "warn", doubt: "warn", broken: "late" };

/** Says what each rule finds, the worst first, with its article. */
export function FindingList({ org, judged }: { org: string; judged: Judged }) {
  const t = useTranslations("telephone.call");
  const locale = useLocale();
  const { at, findings, verdict, isByHouseAlone, isAbroad, zone } = judged;
  const outcome = isByHouseAlone ? "house" : isAbroad && verdict === "broken" ? "brokenAbroad" : verdict;
  return (
    <>
      <p role="status" className="call-outcome">
        <Status kind={KINDS[verdict]}>{t(`outcome.${outcome}`)}</Status>
      </p>
      <p className="muted">{t("by", { instant: formatInstant(at, zone, locale, { weekday: true }) })}</p>
      <ul className="call-findings">
        {findings.map((finding) => (
          <FindingItem key={`${finding.rule} ${finding.reason}`} finding={finding} at={at} />
        ))}
      </ul>
      {!isAbroad && (
        <p>
          <Link href={queryHref(`/${org}/telephone/statute`, { on: dayAt(at, zone) })} prefetch={false}>
            {t("rules")}
          </Link>
        </p>
      )}
    </>
  );
}

function FindingItem({ finding, at }: { finding: Judged["findings"][number]; at: number }) {
  const t = useTranslations("telephone");
  const locale = useLocale();
  const countries = useTranslations("countries") as (country: string) => string;
  const reasons = useTranslations("telephone.reasons") as (key: string, of: { country: string }) => string;
  const { rule, article, verdict, reason, zone, isZoneDoubted, isHouse, country } = finding;
  return (
    <li>
      <Status kind={KINDS[verdict]}>{t(`call.verdicts.${verdict}`)}</Status>
      <div>
        <b>
          {rule === "territory" ? (
            t("call.territoryRule")
          ) : rule === "foreign-law" ? (
            t(`call.foreignRules.${foreignSubject(reason)}`)
          ) : isHouseRule(rule) ? (
            t(`houseRules.${rule}`)
          ) : (
            <>
              <bdi>{rule}</bdi> {t(`rules.${rule}.title`)}
            </>
          )}
        </b>{" "}
        {isHouse && <small className="muted">{t("house.own")} </small>}
        {article && (
          <small className="muted">
            <bdi>{article}</bdi>
          </small>
        )}
        <p>{reasons(reason, { country: country ? countries(country) : "" })}</p>
        {"lacking" in finding && <LackingConditions of={finding.lacking} />}
        {isZoneDoubted && (
          <p className="muted">{t("call.strictest", { instant: formatInstant(at, zone, locale) })}</p>
        )}
      </div>
    </li>
  );
}
