import { CalendarClock } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { WorkHistory } from "@/components/dpo-work/work-history";
import { WorkSheet } from "@/components/dpo-work/work-sheet";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadWork } from "@/lib/features/dpo-work/loaders";
import type { Search } from "@/lib/forms/list-query";
import { isolate } from "@/lib/i18n/bidi";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../../disputed-rows";

type PageProps = {
  params: Promise<{ org: string; kind: string; id: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, kind, id } = await params;
  const { work } = await loadWork(org, kind, id);
  return { title: thingTitle(work.reference, work.title) };
}

export default async function WorkPage({ params, searchParams }: PageProps) {
  const { org, kind: segment, id } = await params;
  const loaded = await loadWork(org, segment, id);
  const [t, locale] = await Promise.all([getTranslations("dpo-work"), getLocale()]);
  const cited = await getTranslations("ui");
  const { kind, reference, title } = loaded.work;
  const here = `/${org}${workPath(kind, id)}`;
  const record = loaded.mayWrite && loaded.events.length > 0 && (
    <LinkButton tone="go" icon={CalendarClock} href={`${here}/event`}>
      {t("event.title")}
    </LinkButton>
  );
  return (
    <Sheet>
      <DisputedSheet org={org} noun={kind} id={id} />
      <PageHead
        note={
          <b>
            <bdi>{reference}</bdi>
          </b>
        }
        title={isolate(title, locale)}
        lead={t(`kinds.${kind}.title`)}
        actions={record}
      />
      <WorkSheet org={org} loaded={loaded} />
      <Documents
        org={org}
        here={here}
        of={await loadDocuments(org, kind, id)}
        article={cited("article", { article: "5(2)" })}
        search={await searchParams}
      />
      <WorkHistory loaded={loaded} />
    </Sheet>
  );
}
