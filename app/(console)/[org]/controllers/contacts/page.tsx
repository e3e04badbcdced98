import { getTranslations } from "next-intl/server";
import { ContactTable } from "@/components/contact/contact-table";
import { ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Empty } from "@/components/ui/states";
import { CONTACT_STATES } from "@/lib/domain/contact/status";
import type { Search } from "@/lib/forms/list-query";
import { loadContacts } from "@/lib/features/contact/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../../disputed-rows";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("contact", "list.title");

export default async function ContactsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadContacts(org, await searchParams);
  const t = await getTranslations("contact");
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("list.title")} lead={t("list.lead")} />
      <DisputedRows org={org} noun="contact" rows={list.rows} nameOf={({ name }) => name} />
      <ListFrame
        noun="contact"
        path={`/${org}/controllers/contacts`}
        views={CONTACT_STATES}
        list={list}
        empty={<Empty title={t(`empty.${list.query.view}`)}>{t("empty.text")}</Empty>}
      >
        <ContactTable
          org={org}
          caption={t("list.title")}
          rows={list.rows}
          controllerOf={({ controllerName, isArchived }) => ({ name: controllerName, isArchived })}
        />
      </ListFrame>
    </Sheet>
  );
}
