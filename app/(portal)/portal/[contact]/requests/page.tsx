import { getTranslations } from "next-intl/server";
import { RequestList } from "@/components/portal-decision/request-list";
import { PortalHead } from "@/components/shell/portal-page";
import { Empty } from "@/components/ui/states";
import { loadRequests } from "@/lib/features/portal-decision/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal-decision", "list.title");

export default async function RequestsPage({ params }: PageProps) {
  const { contact } = await params;
  const { pending, settled, mayDecide, isArchived } = await loadRequests(contact);
  const markOf = await rowMarks(contact, "authorisation", [...pending, ...settled]);
  const t = await getTranslations("portal-decision");
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(2)"]} />}
        title={t("list.title")}
        lead={isArchived ? undefined : t(mayDecide ? "list.lead" : "list.leadReader")}
      />
      {pending.length + settled.length === 0 && <Empty title={t("list.none")}>{t("list.noneText")}</Empty>}
      <RequestList contact={contact} title={t("list.pending")} rows={pending} markOf={markOf} />
      <RequestList contact={contact} title={t("list.settled")} rows={settled} markOf={markOf} />
    </>
  );
}
