import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MeasuresToday } from "@/components/measure/measures-today";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { AnswersToday } from "@/components/today/answers-today";
import { FirstSteps } from "@/components/today/first-steps";
import { isoWeek } from "@/components/today/iso-week";
import { OpenInstructions } from "@/components/today/open-instructions";
import { Standing } from "@/components/today/standing";
import { countToDo, ToDo, WorstRecords } from "@/components/today/to-do";
import { WaitingThreads } from "@/components/today/waiting-threads";
import { Day } from "@/components/ui/deadline";
import { loadAnswersToday } from "@/lib/features/authorisation/loaders";
import { countOpenInstructions } from "@/lib/features/instruction/loaders";
import { loadMeasuresToday } from "@/lib/features/measure/loaders";
import { loadToday } from "@/lib/features/processing-record/loaders";
import { loadThreadsToday } from "@/lib/features/thread/loaders";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.rooms"))("today") };
}

/** The morning: what day it is, what waits, where the register stands. */
export default async function TodayPage({ params }: PageProps) {
  const { org } = await params;
  const facts = await loadToday(org);
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
            {t("greeting", { name: facts.name })}{" "}
            {isEmpty ? t("leadEmpty") : t("lead", { count: countToDo(facts) })}
          </>
        }
      />
      {!isBegun && <FirstSteps org={org} />}
      {!isEmpty && (
        <>
          <ToDo org={org} facts={facts} />
          <WaitingThreads org={org} of={await loadThreadsToday(org)} />
          <AnswersToday org={org} of={await loadAnswersToday(org)} />
          <OpenInstructions org={org} count={await countOpenInstructions(org)} />
          <MeasuresToday org={org} facts={await loadMeasuresToday(org)} />
          <Standing org={org} facts={facts} />
          <WorstRecords org={org} facts={facts} />
        </>
      )}
    </Sheet>
  );
}
