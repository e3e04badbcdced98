import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { queryHref } from "@/components/ui/query-href";
import { Status, type StatusKind } from "@/components/ui/status";
import type { FindingGroup } from "@/lib/domain/call-log/tally";
import type { loadLog } from "@/lib/features/call-log/loaders";
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
        <Group key={`${group.rule} ${group.verdict} ${group.reason}`} {...{ org, group, samples }} />
      ))}
    </ul>
  );
}

function Group({ org, group, samples }: { org: string; group: FindingGroup; samples: Samples }) {
  const t = useTranslations("call-log");
  const rules = useTranslations("telephone");
  const locale = useLocale();
  const { rule, article, verdict, reason, calls, zoneDoubted, first, lines } = group;
  const shown = samples.filter(({ line }) => lines.includes(line));
  return (
    <li>
      <div>
        <Status kind={KINDS[verdict]}>{t(`verdicts.${verdict}`)}</Status>
        <p>
          <b>{formatNumber(calls, locale)}</b> {t("callsWord", { count: calls })}
        </p>
      </div>
      <div>
        <b>
          {rule === "territory" ? (
            rules("call.territoryRule")
          ) : (
            <Link
              href={queryHref(`/${org}/telephone/statute`, { on: dayAt(first, "Europe/Paris") })}
              prefetch={false}
            >
              <bdi>{rule}</bdi> {rules(`rules.${rule}.title`)}
            </Link>
          )}
        </b>{" "}
        {article && (
          <small className="muted">
            <bdi>{article}</bdi>
          </small>
        )}
        <p>{rules(`reasons.${reason}` as never)}</p>
        {zoneDoubted > 0 && <p className="muted">{t("zoneDoubted", { count: zoneDoubted })}</p>}
        {shown.length > 0 && (
          <details>
            <summary>{t("samples.title")}</summary>
            <Lines samples={shown} />
          </details>
        )}
      </div>
    </li>
  );
}

function Lines({ samples }: { samples: Samples }) {
  const t = useTranslations("call-log.samples");
  const locale = useLocale();
  return (
    <ul className="call-lines">
      {samples.map(({ line, at, person }) => (
        <li key={line}>
          {t("line", { line: formatNumber(line, locale) })}
          {" · "}
          {formatInstant(at, "Europe/Paris", locale)}
          {" · "}
          <span className="hash" dir="ltr">
            {person.slice(0, 8)}
          </span>
        </li>
      ))}
    </ul>
  );
}
