import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LackingConditions } from "@/components/shell/lacking-conditions";
import { Status, type StatusKind } from "@/components/ui/status";
import type { Readiness, ReadinessReason } from "@/lib/domain/campaign/readiness";
import type { DutyGround } from "@/lib/domain/obligation/duty-ground";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { provisionTexts } from "@/lib/i18n/obligation-words";
import { useMandateText } from "./use-mandate-text";

const COLOURS: Record<Readiness["colour"], StatusKind> = { green: "ok", amber: "warn", red: "late" };
const VERDICTS: Record<ReadinessReason["verdict"], StatusKind> = {
  broken: "late",
  doubt: "warn",
  warning: "warn",
};

/** Says whether the campaign may start, and why not, with the articles and the days. */
export function ReadinessPart({
  org,
  readiness,
  lawTexts,
  isFrench,
}: {
  org: string;
  readiness: Readiness;
  /** Texts of this client's laws by the article of the GDPR that asks the same. */
  lawTexts: ReadonlyMap<string, DutyGround["provisions"]>;
  /** False where the campaign calls other countries alone, whose law is not judged here. */
  isFrench: boolean;
}) {
  const t = useTranslations("campaign.readiness");
  const cited = useTranslations("ui");
  const mandateText = useMandateText(lawTexts);
  return (
    <Part
      id="readiness"
      article={isFrench ? cited("article", { article: "L223-1" }) : mandateText}
      title={t("title")}
    >
      <p className="call-outcome pt-3">
        <Status kind={COLOURS[readiness.colour]}>{t(`colours.${readiness.colour}`)}</Status>
      </p>
      <ul className="call-findings">
        {readiness.reasons.map((reason) => (
          <ReasonItem
            key={`${reason.of} ${reason.rule} ${reason.mention} ${reason.reason} ${reason.verdict} ${reason.country}`}
            reason={reason}
            provisions={reason.rule === null ? lawTexts.get(reason.article) : undefined}
          />
        ))}
      </ul>
      <p className="muted">
        {t("limits")}{" "}
        <Link href={`/${org}/telephone/script`} prefetch={false}>
          {t("script")}
        </Link>
      </p>
    </Part>
  );
}

function ReasonItem({
  reason: { of, rule, article, verdict, reason, days, territories, country, mention, lacking = [] },
  provisions,
}: {
  reason: ReadinessReason;
  provisions: DutyGround["provisions"] | undefined;
}) {
  const t = useTranslations("campaign.readiness");
  const law = useTranslations("telephone");
  const reasons = useTranslations("telephone.reasons") as (
    key: string,
    values: { country: string },
  ) => string;
  const countries = useTranslations("countries") as (code: string) => string;
  const texts = useTranslations("obligation");
  const locale = useLocale();
  return (
    <li>
      <Status kind={VERDICTS[verdict]}>{law(`call.verdicts.${verdict}`)}</Status>
      <div>
        <b>
          {rule === null
            ? t(`reasons.${reason}`, { mention: mention ? law(`script.mentions.${mention}`) : "" })
            : reasons(reason, { country: country ? countries(country) : "" })}
        </b>{" "}
        {of === "house" && <small className="muted">{law("house.own")} </small>}
        <small className="muted">
          <bdi>{provisions ? joinParts(provisionTexts(texts, provisions), locale) : article}</bdi>
        </small>
        <LackingConditions of={lacking} />
        {days && (
          <p className="muted">
            {t("days", { from: formatDay(days.from, locale), until: formatDay(days.until, locale) })}
          </p>
        )}
        {territories.length > 0 && (
          <p className="muted">
            {joinParts(
              territories.map((territory) => law(`territories.${territory}`)),
              locale,
            )}
          </p>
        )}
      </div>
    </li>
  );
}
