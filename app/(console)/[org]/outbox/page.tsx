import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TrialForm } from "@/components/outbox/letter-acts";
import { LetterTable } from "@/components/outbox/letter-table";
import { NoServerNotice } from "@/components/outbox/no-server-notice";
import { ReturnedPart } from "@/components/outbox/returned-part";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { KeyPager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews } from "@/components/ui/views";
import { loadOutbox, OUTBOX_VIEWS, type OutboxView } from "@/lib/features/outbox/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadOutbox>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outbox"))("title") };
}

export default async function OutboxPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = [await params, await searchParams];
  const [list, t] = [await loadOutbox(org, search), await getTranslations("outbox")];
  const act = list.mayManage && (
    <Words of={["form", "outbox"]}>
      <TrialForm org={org} />
    </Words>
  );
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")} actions={act} />
      {!list.canSend && (
        <Line>
          <NoServerNotice />
        </Line>
      )}
      <Line>
        <OutboxViews org={org} list={list} />
      </Line>
      <OutboxRows org={org} list={list} />
      <ReturnedPart org={org} returned={list.returned} said={list.said} mayManage={list.mayManage} />
    </Sheet>
  );
}

async function OutboxViews({ org, list: { query, waiting } }: { org: string; list: List }) {
  const t = await getTranslations("outbox.views");
  return (
    <CountedViews
      label={t("label")}
      views={OUTBOX_VIEWS}
      current={query.view}
      counts={{ waiting }}
      nameOf={t}
      hrefOf={(view) => addressOf(org, view)}
    />
  );
}

async function OutboxRows({ org, list: { rows, query, next } }: { org: string; list: List }) {
  const t = await getTranslations("outbox");
  if (rows.length === 0)
    return (
      <Line>
        <Empty title={t(`empty.${query.view}`)}>{t("empty.text")}</Empty>
      </Line>
    );
  return (
    <>
      <Words of={["outbox", "letter"]}>
        <LetterTable org={org} rows={rows} />
      </Words>
      <KeyPager
        range={t("range", { count: rows.length })}
        after={query.after}
        next={next}
        first={t("newest")}
        hrefOf={(after) => addressOf(org, query.view, after)}
      />
    </>
  );
}

function addressOf(org: string, view: OutboxView, after = ""): string {
  return queryHref(`/${org}/outbox`, { view, after }, "all");
}
