import { BAD_REASONS } from "@/lib/domain/call-log/read-call";
import { foreignSubject } from "@/lib/domain/telephone-prospecting/foreign-law";
import type { FindingGroup } from "@/lib/domain/call-log/tally";
import { required } from "@/lib/domain/invariant/required";
import { isHouseRule } from "@/lib/domain/telephone-prospecting/house-rules";
import { NO_BEGINNING, PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { todayIn } from "@/lib/domain/time/zones";
import type { FoundLog } from "@/lib/features/call-log/read/queries";
import { formatDay, formatInstant, formatList, formatNumber, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";

/** `disputed` says that the log does not agree with the journal; "" where it does. */
type Reported = { log: FoundLog; organisation: string; disputed: string; now: Date };
type Words = { t: Translator; law: Translator; countries: Translator; locale: Locale };

/** Prints what the law of each day says of a log, with the hash of its file and no number called. */
export async function printReport(
  { log, organisation, disputed, now }: Reported,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = {
    t: await translator(locale, "call-log"),
    law: await translator(locale, "telephone"),
    countries: await translator(locale, "countries"),
    locale,
  };
  const { t } = words;
  const latest = required(log.judgements[0], "judgement of a log");
  const instant = (at: Date) => formatInstant(at.getTime(), "Africa/Casablanca", locale, { long: true });
  const pdf = await renderPdf({
    template: "lib/features/call-log/print/report.typ",
    locale,
    data: {
      organisation,
      disputed,
      title: t("report.title"),
      judgedAt: t("report.judgedAt", { instant: instant(latest.recordedAt) }),
      digest: log.sha256,
      date: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() },
      fields: fieldsOf(log, words),
      law: { title: t("report.law"), text: t("report.lawText"), rules: rulesOf(log, words) },
      results: { title: t("report.results"), fields: resultsOf(latest, words) },
      findings: {
        title: t("report.findings"),
        none: t("report.none"),
        groups: latest.findings.groups.map((group) => groupOf(group, words)),
      },
      weeks: weeksOf(latest.findings.weeks, words),
      note: t("report.numbers"),
    },
  });
  return new Uint8Array(pdf);
}

type Field = { label: string; value: string; isHash?: boolean };

function fieldsOf(log: FoundLog, { t, locale }: Words): Field[] {
  const instant = (at: Date | null) => (at ? formatInstant(at.getTime(), "Africa/Casablanca", locale) : "");
  const number = (value: number) => formatNumber(value, locale);
  return [
    { label: t("report.for"), value: log.campaign.controller.legalName },
    { label: t("report.campaign"), value: `${log.campaign.reference} ${log.campaign.title}` },
    { label: t("report.file"), value: log.fileName },
    { label: t("fields.sha256"), value: log.sha256, isHash: true },
    {
      label: t("report.period"),
      value: t("read.fromTo", { from: instant(log.firstAt), to: instant(log.lastAt) }),
    },
    { label: t("fields.lines"), value: number(log.lines) },
    { label: t("fields.calls"), value: number(log.calls) },
    { label: t("fields.knownCalls"), value: number(log.knownCalls) },
    ...BAD_REASONS.flatMap((reason) => {
      const bad = log.badLines[reason];
      return bad ? [{ label: t(`bad.${reason}`), value: number(bad.count) }] : [];
    }),
  ];
}

/** Rules on calls that were in force on one of the days of the log, each with its dates. */
function rulesOf({ firstAt, lastAt }: FoundLog, { t, law, locale }: Words): string[] {
  const first = todayIn("Europe/Paris", required(firstAt, "first call").getTime());
  const last = todayIn("Europe/Paris", required(lastAt, "last call").getTime());
  return PROSPECTING_RULES.filter(
    ({ binds, from, until }) => binds === "call" && from <= last && (until === null || until >= first),
  ).map(({ id, article, from, until }) =>
    t(until === null ? "report.inForceSince" : "report.inForce", {
      title: law(`rules.${id}.title`),
      article,
      from: from === NO_BEGINNING ? t("report.noBeginning") : formatDay(from, locale),
      until: until === null ? "" : formatDay(until, locale),
    }),
  );
}

function resultsOf(
  { calls, broken, doubted, warned, byHouse }: FoundLog["judgements"][number],
  { t, locale }: Words,
): Field[] {
  const counts = { broken, doubt: doubted, warning: warned, met: calls - broken - doubted - warned };
  const fields = Object.entries(counts).map(([verdict, count]) => ({
    label: t(`verdicts.${verdict}`),
    value: formatNumber(count, locale),
  }));
  return byHouse ? [...fields, { label: t("fields.byHouse"), value: formatNumber(byHouse, locale) }] : fields;
}

function groupOf(
  { rule, article, verdict, reason, calls, lines, isHouse, country }: FindingGroup,
  words: Words,
) {
  const { t, law, countries, locale } = words;
  const isNumbered = rule !== "territory" && rule !== "foreign-law" && !isHouseRule(rule);
  return {
    rule: isNumbered ? rule : "",
    article,
    title: titleOf({ rule, reason }, words),
    reason: law(`reasons.${reason}`, { country: country ? countries(country) : "" }),
    counted: joinParts(
      [
        t(isHouse ? `houseVerdicts.${verdict}` : `verdicts.${verdict}`),
        isHouse ? law("house.own") : "",
        t("report.calls", { count: calls }),
      ],
      locale,
    ),
    lines: lines.length > 0 ? t("report.lines", { lines: formatList(lines.map(String), locale) }) : "",
  };
}

function titleOf({ rule, reason }: Pick<FindingGroup, "rule" | "reason">, { law }: Words): string {
  if (rule === "territory") return law("call.territoryRule");
  if (rule === "foreign-law") return law(`call.foreignRules.${foreignSubject(reason)}`);
  return isHouseRule(rule) ? law(`houseRules.${rule}`) : law(`rules.${rule}.title`);
}

function weeksOf(weeks: FoundLog["judgements"][number]["findings"]["weeks"], { t, locale }: Words) {
  const columns = ["calls", "broken", "doubt", "warning", "met"] as const;
  return {
    title: t("report.weeks"),
    columns: [t("weeks.week"), ...columns.map((column) => t(`weeks.${column}`))],
    rows: weeks.map((week) => [
      formatDay(week.week, locale),
      ...columns.map((column) => formatNumber(week[column], locale)),
    ]),
  };
}
