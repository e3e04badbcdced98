import type { FindingGroup } from "@/lib/domain/call-log/tally";
import { foreignSubject } from "@/lib/domain/telephone-prospecting/foreign-law";
import { isHouseRule } from "@/lib/domain/telephone-prospecting/house-rules";
import { findJudgedLogsAt, type JudgedLog } from "@/lib/features/call-log/read/judged-at";
import { isChosen, type SectionQuery } from "@/lib/features/dossier/read/section";
import { joinParts } from "@/lib/i18n/format";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { BETWEEN, type TelephoneRow } from "./telephone-row";

type Words = { t: Translator; law: Translator; countries: Translator };

/** Logs that were judged by then: the hash of the file, its counts, what each rule finds, and what was done about it. */
export async function* logRows(tx: Tx, query: SectionQuery): AsyncGenerator<TelephoneRow> {
  const words = {
    t: await translator(query.words.locale, "call-log"),
    law: await translator(query.words.locale, "telephone"),
    countries: await translator(query.words.locale, "countries"),
  };
  for (const log of await findJudgedLogsAt(tx, query.at))
    if (isChosen(query, log.campaign.controllerId)) yield describeLog(log, query, words);
}

function describeLog(log: JudgedLog, { words, nameOf }: SectionQuery, verdicts: Words): TelephoneRow {
  const { id, fileName, sha256, lines, calls, knownCalls, firstAt, lastAt, campaign, judgement, closings } =
    log;
  const { broken, doubted, warned, byHouse, recordedAt, groups } = judgement;
  const controller = nameOf(campaign.controllerId);
  const closed = closings.map(({ on, reason }) => joinParts([words.day(on), reason], words.locale, BETWEEN));
  const { locale } = words;
  return {
    kind: "call-log",
    subject: id,
    cells: {
      reference: fileName,
      title: campaign.reference,
      controller,
      state: verdictWords(judgement, verdicts, locale),
      recordedAt: words.instant(recordedAt),
      firstDay: words.instant(firstAt),
      lastDay: words.instant(lastAt),
      fileDigest: sha256,
      counts: words.dossier("logCounts", { lines, calls, known: knownCalls }),
      findings: [...groups.map((group) => groupWords(group, verdicts, locale)), ...closed].join("\n"),
    },
    data: {
      campaign: campaign.reference,
      controller,
      fileName,
      sha256,
      lines,
      calls,
      knownCalls,
      firstAt: firstAt?.toISOString() ?? null,
      lastAt: lastAt?.toISOString() ?? null,
      judgedAt: recordedAt.toISOString(),
      judgedCalls: judgement.calls,
      broken,
      doubted,
      warned,
      byHouse,
      findings: groups.map(({ rule, article, verdict, reason, isHouse, calls: found, country }) => ({
        rule,
        article,
        verdict,
        reason,
        isHouse,
        calls: found,
        ...(country !== undefined && { country }),
      })),
      closings: closings.map(({ on, reason, recordedAt: at }) => ({
        on,
        reason,
        recordedAt: at.toISOString(),
      })),
    },
  };
}

function verdictWords(
  { broken, doubted }: JudgedLog["judgement"],
  { t }: Words,
  locale: SectionQuery["words"]["locale"],
): string {
  if (broken === 0 && doubted === 0) return t("clean");
  return joinParts([t("broken", { count: broken }), doubted > 0 && t("doubted", { count: doubted })], locale);
}

/** The rule with its article, what it says, and of how many calls. */
function groupWords(
  { rule, article, verdict, reason, isHouse, calls, country }: FindingGroup,
  { t, law, countries }: Words,
  locale: SectionQuery["words"]["locale"],
): string {
  const title = isHouseRule(rule) ? law(`houseRules.${rule}`) : numbered({ rule, reason }, law);
  return joinParts(
    [
      ...[title, article, t(isHouse ? `houseVerdicts.${verdict}` : `verdicts.${verdict}`)],
      ...[
        law(`reasons.${reason}`, { country: country ? countries(country) : "" }),
        t("report.calls", { count: calls }),
      ],
    ],
    locale,
    BETWEEN,
  );
}

function numbered({ rule, reason }: { rule: string; reason: string }, law: Translator): string {
  if (rule === "foreign-law") return law(`call.foreignRules.${foreignSubject(reason)}`);
  return rule === "territory" ? law("call.territoryRule") : `${rule} ${law(`rules.${rule}.title`)}`;
}
