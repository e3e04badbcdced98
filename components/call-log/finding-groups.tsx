import Link from "next/link";
import { foreignSubject } from "@/lib/domain/telephone-prospecting/foreign-law";
import { useLocale, useTranslations } from "next-intl";
import { queryHref } from "@/components/ui/query-href";
import { Status, type StatusKind } from "@/components/ui/status";
import type { FindingGroup } from "@/lib/domain/call-log/tally";
import type { loadLog } from "@/lib/features/call-log/loaders";
import { isHouseRule } from "@/lib/domain/telephone-prospecting/house-rules";
import { sharedZone } from "@/lib/domain/telephone-prospecting/place-zones";
import type { Zone } from "@/lib/domain/time/zones";
import { dayAt, formatInstant, formatNumber } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadLog>>;
type Samples = Loaded["samples"];

const KINDS: Record<FindingGroup["verdict"], StatusKind> = { warning: "warn", doubt: "warn", broken: "late" };

/** Lists the findings of each rule with the number of their calls, the worst first, and lines of the file. */
export function FindingGroups({
  org,
  groups,
  samples,
}: {
  org: string;
  groups: FindingGroup[];
  samples: Samples;
}) {
  return (
    <ul className="call-findings">
      {groups.map((group) => (
        <Group
          key={`${group.rule} ${group.isHouse} ${group.verdict} ${group.reason} ${group.country}`}
          {...{ org, group, samples }}
        />
      ))}
    </ul>
  );
}

function Group({ org, group, samples }: { org: string; group: FindingGroup; samples: Samples }) {
  const t = useTranslations("call-log");
  const rules = useTranslations("telephone");
  const reasons = useTranslations("telephone.reasons") as (
    key: string,
    values: { country: string },
  ) => string;
  const countries = useTranslations("countries") as (code: string) => string;
  const locale = useLocale();
  const { article, verdict, reason, calls, zoneDoubted, first, isHouse, lines, country } = group;
  const shown = samples.filter(({ line }) => lines.includes(line));
  return (
    <li>
      <div>
        <Status kind={KINDS[verdict]}>
          {t(isHouse ? `houseVerdicts.${verdict}` : `verdicts.${verdict}`)}
        </Status>
        <p>
          <b>{formatNumber(calls, locale)}</b> {t("callsWord", { count: calls })}
        </p>
      </div>
      <div>
        <b>
          <RuleName org={org} rule={group.rule} reason={reason} on={dayAt(first, "Europe/Paris")} />
        </b>{" "}
        {isHouse && <small className="muted">{rules("house.own")} </small>}
        {article && (
          <small className="muted">
            <bdi>{article}</bdi>
          </small>
        )}
        <p>{reasons(reason, { country: country ? countries(country) : "" })}</p>
        {zoneDoubted > 0 && <p className="muted">{t("zoneDoubted", { count: zoneDoubted })}</p>}
        {shown.length > 0 && (
          <details>
            <summary>{t("samples.title")}</summary>
            <Lines samples={shown} zone={sharedZone(country ? [country] : [])} />
          </details>
        )}
      </div>
    </li>
  );
}

/** Name of a rule, which leads to where it can be read. */
function RuleName({
  org,
  rule,
  reason,
  on,
}: Pick<FindingGroup, "rule" | "reason"> & { org: string; on: string }) {
  const t = useTranslations("telephone");
  if (rule === "territory") return t("call.territoryRule");
  if (rule === "foreign-law") return t(`call.foreignRules.${foreignSubject(reason)}`);
  if (isHouseRule(rule))
    return (
      <Link href={`/${org}/telephone/house`} prefetch={false}>
        {t(`houseRules.${rule}`)}
      </Link>
    );
  return (
    <Link href={queryHref(`/${org}/telephone/statute`, { on })} prefetch={false}>
      {t(`rules.${rule}.title`)}
    </Link>
  );
}

function Lines({ samples, zone }: { samples: Samples; zone: Zone }) {
  const t = useTranslations("call-log.samples");
  const locale = useLocale();
  return (
    <ul className="call-lines">
      {samples.map(({ line, at, person }) => (
        <li key={line}>
          {t("line", { line: formatNumber(line, locale) })}
          {" · "}
          {formatInstant(at, zone, locale)}
          {" · "}
          <span className="hash" dir="ltr">
            {person.slice(0, 8)}
          </span>
        </li>
      ))}
    </ul>
  );
}
