import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactTable } from "@/components/contact/contact-table";
import { contactsHref, ContactViews } from "@/components/contact/contact-views";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { loadContacts } from "@/lib/features/contact/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type List = Awaited<ReturnType<typeof loadContacts>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contact"))("list.title") };
}

export default async function ContactsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadContacts(org, await searchParams);
  const t = await getTranslations("contact");
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("list.title")} lead={t("list.lead")} />
      <Line>
        <ContactViews org={org} {...list} />
      </Line>
      <Rows org={org} list={list} />
    </Sheet>
  );
}

async function Rows({ org, list: { rows, query, next } }: { org: string; list: List }) {
  const t = await getTranslations("contact");
  if (rows.length === 0)
    return (
      <Line>
        <Empty title={t(`empty.${query.view}`)}>{t("empty.text")}</Empty>
      </Line>
    );
  return (
    <>
      <ContactTable
        org={org}
        caption={t("list.title")}
        rows={rows}
        controllerOf={({ controllerName, isArchived }) => ({ name: controllerName, isArchived })}
      />
      <Pager
        range={t("list.range", { count: rows.length })}
        previousHref={query.after ? contactsHref(org, { view: query.view }) : undefined}
        nextHref={next ? contactsHref(org, { view: query.view, after: next }) : undefined}
      />
    </>
  );
}
