import { DoorOpen, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ControllerFilter } from "@/components/controller/controller-filter";
import { ControllerLedger } from "@/components/controller/controller-ledger";
import { ControllerListEmpty } from "@/components/controller/controller-list-empty";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Views } from "@/components/ui/views";
import { loadControllers } from "@/lib/features/controller/loaders";
import { formatCount } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadControllers>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("controller"))("list.title") };
}

export default async function ControllersPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadControllers(org, await searchParams);
  const t = await getTranslations("controller");
  const contact = await getTranslations("contact");
  const act = (
    <>
      <LinkButton icon={DoorOpen} href={`/${org}/controllers/contacts`}>
        {contact("list.title")}
      </LinkButton>
      {list.mayWrite && (
        <LinkButton tone="go" icon={Plus} href={`/${org}/controllers/new`}>
          {t("new.act")}
        </LinkButton>
      )}
    </>
  );
  return (
    <Sheet>
      <PageHead note={t("list.article")} title={t("list.title")} lead={t("list.lead")} actions={act} />
      <Line>
        <ControllerViews org={org} list={list} />
      </Line>
      <ControllerRows org={org} list={list} />
    </Sheet>
  );
}

async function ControllerViews({ org, list: { counts, query } }: { org: string; list: List }) {
  const [t, locale] = [await getTranslations("controller"), await getLocale()];
  const views = (["open", "archived"] as const).map((view) => ({
    href: `/${org}/controllers${view === "open" ? "" : "?view=archived"}`,
    label: t(`views.${view}`),
    count: formatCount(counts[view], locale),
    current: query.view === view,
  }));
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-5">
      <Views label={t("views.label")} views={views} />
      <ControllerFilter {...query} />
    </div>
  );
}

async function ControllerRows({ org, list }: { org: string; list: List }) {
  const { rows, query, next, mayWrite } = list;
  const [t, countries] = [await getTranslations("controller"), await getTranslations("countries")];
  if (rows.length === 0)
    return (
      <Line>
        <ControllerListEmpty org={org} view={query.view} q={query.q} mayWrite={mayWrite} />
      </Line>
    );
  const lines = rows.map((row) => ({ ...row, country: row.country ? countries(row.country) : "" }));
  const address = (after: string) => {
    const asked = Object.entries({ ...query, after }).filter(([, value]) => value !== "" && value !== "open");
    return `/${org}/controllers?${new URLSearchParams(asked)}`;
  };
  return (
    <>
      <Words of={["controller"]}>
        <ControllerLedger org={org} rows={lines} isArchived={query.view === "archived"} />
      </Words>
      <Pager
        range={t("list.range", { count: rows.length })}
        aside={query.after && <Link href={address("")}>{t("list.first")}</Link>}
        nextHref={next ? address(next) : undefined}
      />
    </>
  );
}
