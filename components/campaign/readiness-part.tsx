import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Status, type StatusKind } from "@/components/ui/status";
import type { Readiness, ReadinessReason } from "@/lib/domain/campaign/readiness";
import { formatDay, joinParts } from "@/lib/i18n/format";

const COLOURS: Record<Readiness["colour"], StatusKind> = { green: "ok", amber: "warn", red: "late" };
const VERDICTS: Record<ReadinessReason["verdict"], StatusKind> = {
  broken: "late",
  doubt: "warn",
  warning: "warn",
};

/** Says whether the campaign may start, and why not, with the articles and the days. */
export function ReadinessPart({ org, readiness }: { org: string; readiness: Readiness }) {
  const t = useTranslations("campaign.readiness");
  const cited = useTranslations("ui");
  return (
    <Part id="readiness" article={cited("article", { article: "L223-1" })} title={t("title")}>
      <p className="call-outcome pt-3">
        <Status kind={COLOURS[readiness.colour]}>{t(`colours.${readiness.colour}`)}</Status>
      </p>
      <ul className="call-findings">
        {readiness.reasons.map((reason) => (
          <ReasonItem
            key={`${reason.of} ${reason.rule} ${reason.mention} ${reason.reason} ${reason.verdict}`}
            reason={reason}
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
  reason: { of, rule, article, verdict, reason, days, territories, mention },
}: {
  reason: ReadinessReason;
}) {
  const t = useTranslations("campaign.readiness");
  const law = useTranslations("telephone");
  const locale = useLocale();
  return (
    <li>
      <Status kind={VERDICTS[verdict]}>{law(`call.verdicts.${verdict}`)}</Status>
      <div>
        <b>
          {rule === null
            ? t(`reasons.${reason}`, { mention: mention ? law(`script.mentions.${mention}`) : "" })
            : law(`reasons.${reason}` as never)}
        </b>{" "}
        {of === "house" && <small className="muted">{law("house.own")} </small>}
        <small className="muted">
          <bdi>{article}</bdi>
        </small>
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
