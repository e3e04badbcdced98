import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { countMeasurePoints, MeasuresToday } from "@/components/measure/measures-today";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { AnswersToday } from "@/components/today/answers-today";
import { ContractPoints } from "@/components/today/contract-points";
import { countPoints } from "@/components/today/count-points";
import { FirstSteps } from "@/components/today/first-steps";
import { isoWeek } from "@/components/today/iso-week";
import { LetterPoints } from "@/components/today/letter-points";
import { OpenInstructions } from "@/components/today/open-instructions";
import { ScopePoints } from "@/components/today/scope-points";
import { Standing } from "@/components/today/standing";
import { ToDo, WorstRecords } from "@/components/today/to-do";
import { TransferPoints } from "@/components/today/transfer-points";
import { WaitingThreads } from "@/components/today/waiting-threads";
import { Day } from "@/components/ui/deadline";
import { loadAnswersToday } from "@/lib/features/authorisation/loaders";
import { countOpenInstructions } from "@/lib/features/instruction/loaders";
import { loadMeasuresToday } from "@/lib/features/measure/loaders";
import { loadToday } from "@/lib/features/processing-record/loaders";
import { loadThreadsToday } from "@/lib/features/thread/loaders";
import { loadPoints } from "@/lib/features/today/loaders";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.rooms"))("today") };
}

export default async function TodayPage({ params }: PageProps) {
  const { org } = await params;
  const facts = await loadToday(org);
  const points = await loadPoints(org);
  const threads = await loadThreadsToday(org);
  const answers = await loadAnswersToday(org);
  const instructions = await countOpenInstructions(org);
  const measures = await loadMeasuresToday(org);
  const count = countPoints({
    ...{ facts, points, instructions },
    threads: threads.count,
    answers: answers.count,
    measures: countMeasurePoints(measures),
  });
  const [t, locale] = [await getTranslations("today"), await getLocale()];
  const isBegun = facts.standing.open + facts.standing.ended > 0;
  const isEmpty = !isBegun && facts.own.open + facts.own.ended === 0;
  const day = formatDay(facts.today, locale, { weekday: true, long: true });
  return (
    <Sheet>
      <PageHead
        note={t("note", { week: isoWeek(facts.today) })}
        title={<Day text={day.charAt(0).toLocaleUpperCase(locale) + day.slice(1)} />}
        lead={
          <>
            {t("greeting", { name: facts.name })} {isEmpty ? t("leadEmpty") : t("lead", { count })}
          </>
        }
      />
      {!isBegun && <FirstSteps org={org} />}
      {!isEmpty && (
        <>
          <WaitingThreads org={org} of={threads} />
          <AnswersToday org={org} of={answers} />
          <ContractPoints org={org} of={points.contracts} />
          <TransferPoints org={org} of={points.transfers} />
          <OpenInstructions org={org} count={instructions} />
          <ScopePoints org={org} of={points.scope} />
          <ToDo org={org} facts={facts} isAlone={count === 0} />
          <MeasuresToday org={org} facts={measures} />
          <LetterPoints org={org} of={points.letters} />
          <Standing org={org} facts={facts} />
          <WorstRecords org={org} facts={facts} />
        </>
      )}
    </Sheet>
  );
}
