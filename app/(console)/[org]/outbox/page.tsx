import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { TrialForm } from "@/components/outbox/letter-acts";
import { LetterLedger } from "@/components/outbox/letter-ledger";
import { NoServerNotice } from "@/components/outbox/no-server-notice";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { Views } from "@/components/ui/views";
import { loadOutbox, OUTBOX_VIEWS, type OutboxView } from "@/lib/features/outbox/loaders";
import { formatCount } from "@/lib/i18n/format";

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
    </Sheet>
  );
}

async function OutboxViews({ org, list: { query, waiting } }: { org: string; list: List }) {
  const [t, locale] = [await getTranslations("outbox"), await getLocale()];
  const views = OUTBOX_VIEWS.map((view) => ({
    href: addressOf(org, view),
    label: t(`views.${view}`),
    count: view === "waiting" ? formatCount(waiting, locale) : undefined,
    current: query.view === view,
  }));
  return <Views label={t("views.label")} views={views} />;
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
      <Words of={["outbox"]}>
        <LetterLedger org={org} rows={rows} />
      </Words>
      <Pager
        range={t("range", { count: rows.length })}
        aside={query.after && <Link href={addressOf(org, query.view)}>{t("newest")}</Link>}
        nextHref={next ? addressOf(org, query.view, next) : undefined}
      />
    </>
  );
}

function addressOf(org: string, view: OutboxView, after = ""): string {
  const asked = Object.entries({ view, after }).filter(([, value]) => value !== "" && value !== "all");
  const query = new URLSearchParams(asked).toString();
  return `/${org}/outbox${query && `?${query}`}`;
}
