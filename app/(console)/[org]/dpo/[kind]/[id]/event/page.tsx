import { getTranslations } from "next-intl/server";
import { EventChoice } from "@/components/dpo-work/event-choice";
import { FactForm } from "@/components/dpo-work/fact-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import { loadEvents } from "@/lib/features/dpo-work/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; kind: string; id: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("dpo-work", "event.title");

/** First which of the possible facts, then its day and what it needs: both work without JavaScript. */
export default async function WorkEventPage({ params, searchParams }: PageProps) {
  const { org, kind: segment, id } = await params;
  const { work, part, line, events, chosen, today, mayWrite } = await loadEvents(
    org,
    segment,
    id,
    await searchParams,
  );
  const t = await getTranslations("dpo-work");
  const asked = events.find(({ event }) => event === chosen);
  const { kind, version, reference, title } = work;
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{reference}</bdi>
          </b>
        }
        title={asked ? t(`events.${asked.event}.label`) : t("event.title")}
        lead={<bdi>{line || title}</bdi>}
      >
        {asked && <p className="muted">{t(`events.${asked.event}.hint`)}</p>}
      </PageHead>
      <Line>
        {!mayWrite && <Forbidden />}
        {mayWrite && !asked && (
          <EventChoice
            here={`/${org}${workPath(kind, id)}/event`}
            part={part}
            events={events.map(({ event }) => event)}
          />
        )}
        {mayWrite && asked && (
          <Words of={["form", "dpo-work"]}>
            <FactForm key={asked.event} {...{ org, kind, id, version, part, today }} {...asked} />
          </Words>
        )}
      </Line>
    </Sheet>
  );
}
