import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Status, type StatusKind } from "@/components/ui/status";
import { type RuleStatus } from "@/lib/domain/telephone-prospecting/rule-status";
import { NO_BEGINNING } from "@/lib/domain/telephone-prospecting/statute";
import type { loadStatute } from "@/lib/features/telephone/loaders";
import { formatDay, formatList, joinParts } from "@/lib/i18n/format";

type Statute = Awaited<ReturnType<typeof loadStatute>>;
type Rule = Statute["rules"][number];

const KINDS: Record<RuleStatus, StatusKind> = {
  "in-force": "ok",
  uncertain: "warn",
  "not-yet": "plain",
  ended: "plain",
};

/** Rules in groups, of which the first answers the question of the page and is open. */
export function StatuteParts(statute: Pick<Statute, "on" | "beside" | "rules">) {
  const t = useTranslations("telephone.statute");
  const { rules } = statute;
  const binding = ["in-force", "uncertain"];
  const groups = {
    changed: rules.filter(({ isChanged }) => isChanged),
    same: rules.filter(({ isChanged, statuses }) => !isChanged && binding.includes(statuses.on)),
    idle: rules.filter(({ isChanged, statuses }) => !isChanged && !binding.includes(statuses.on)),
  };
  return (["changed", "same", "idle"] as const).map(
    (group) =>
      groups[group].length > 0 && (
        <Part
          key={group}
          id={`rules-${group}`}
          title={t(`groups.${group}`)}
          isOpen={group === "changed"}
          count={<span className="count">{groups[group].length}</span>}
        >
          <StatuteTable {...statute} rules={groups[group]} caption={t(`groups.${group}`)} />
        </Part>
      ),
  );
}

type StatuteTableProps = Pick<Statute, "on" | "beside" | "rules"> & { caption: string };

/** Every rule with its dates, its source, and what it is on each of two days. */
function StatuteTable({ on, beside, rules, caption }: StatuteTableProps) {
  const t = useTranslations("telephone.statute");
  const locale = useLocale();
  const days = { on: formatDay(on, locale), beside: formatDay(beside, locale) };
  return (
    <table className="stacked statute">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rule")}</th>
          <th scope="col">{days.on}</th>
          <th scope="col">{days.beside}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <th scope="row">
              <RuleWords rule={rule} />
            </th>
            {(["on", "beside"] as const).map((side) => (
              <td key={side} data-of={days[side]}>
                <div>
                  <Status kind={KINDS[rule.statuses[side]]}>{t(`states.${rule.statuses[side]}`)}</Status>
                  {side === "on" && rule.isChanged && <small className="block">{t("changed")}</small>}
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RuleWords({ rule }: { rule: Rule }) {
  const t = useTranslations("telephone");
  const locale = useLocale();
  const certainty = t(`statute.certainty.${rule.status}`);
  return (
    <>
      <b>
        <bdi>{rule.id}</bdi> {t(`rules.${rule.id}.title`)}
      </b>
      <p>{t(`rules.${rule.id}.text`)}</p>
      <small className="muted block">
        {joinParts([rule.article, rule.source, certainty, t(`statute.binds.${rule.binds}`)], locale)}
      </small>
      <small className="muted block">
        <RulePeriod rule={rule} />
      </small>
      {rule.isContested && <small className="block">{t("statute.contested")}</small>}
      {rule.needs.length > 0 && (
        <small className="muted block">
          {t("statute.needs", {
            facts: formatList(
              rule.needs.map((fact) => t(`facts.${fact}`)),
              locale,
            ),
          })}
        </small>
      )}
    </>
  );
}

/** The dates of a rule, and those that another source gives. */
function RulePeriod({ rule: { from, until, mayHold } }: { rule: Rule }) {
  const t = useTranslations("telephone.statute");
  const locale = useLocale();
  const day = (iso: string) => formatDay(iso, locale);
  const certain =
    from === NO_BEGINNING
      ? t("fromUnknown")
      : until === null
        ? t("from", { day: day(from) })
        : t("between", { from: day(from), until: day(until) });
  const possible = !mayHold
    ? null
    : mayHold.from === NO_BEGINNING
      ? t("maybeAlways")
      : mayHold.from === from
        ? t("maybeStill")
        : t("maybeFrom", { from: day(mayHold.from) });
  return joinParts([certain, possible], locale);
}
