import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { loadControllerContacts } from "@/lib/features/contact/loaders";
import { ContactTable } from "./contact-table";

type ControllerContactsProps = {
  org: string;
  controllerId: string;
  loaded: Awaited<ReturnType<typeof loadControllerContacts>>;
  isOpen: boolean;
};

export function ControllerContacts({
  org,
  controllerId,
  loaded: { rows, mayManage },
  isOpen,
}: ControllerContactsProps) {
  const t = useTranslations("contact");
  const add = mayManage && isOpen && (
    <LinkButton tone="bare" icon={UserPlus} href={`/${org}/controllers/${controllerId}/contacts/new`}>
      {t("invite.open")}
    </LinkButton>
  );
  return (
    <>
      <Part id="contacts" title={t("list.title")} article={t("article")} aside={add}>
        {rows.length === 0 && <p className="muted mt-3">{t("list.none")}</p>}
      </Part>
      {rows.length > 0 && <ContactTable org={org} caption={t("list.title")} rows={rows} />}
    </>
  );
}
