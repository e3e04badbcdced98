import { UserPlus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, Ledger, rowClass } from "@/components/ui/ledger";
import type { loadControllerContacts } from "@/lib/features/contact/loaders";
import { dayAt, formatDay } from "@/lib/i18n/format";
import { ContactStatus } from "./contact-status";

type ControllerContactsProps = {
  org: string;
  controllerId: string;
  loaded: Awaited<ReturnType<typeof loadControllerContacts>>;
  /** The controller is not put away. */
  isOpen: boolean;
};

/** Who may enter this controller's portal, who signs for it, and when they last came. */
export function ControllerContacts({
  org,
  controllerId,
  loaded: { rows, mayManage },
  isOpen,
}: ControllerContactsProps) {
  const [t, locale] = [useTranslations("contact"), useLocale()];
  const add = mayManage && isOpen && (
    <LinkButton tone="bare" icon={UserPlus} href={`/${org}/controllers/${controllerId}/contacts/new`}>
      {t("invite.open")}
    </LinkButton>
  );
  const columns = [
    { key: "role", label: t("fields.role"), folio: true },
    { key: "name", label: t("fields.name") },
    { key: "email", label: t("fields.email"), width: 240 },
    { key: "state", label: t("fields.state"), width: 170 },
    { key: "visit", label: t("fields.visit"), width: 130, numeric: true },
  ];
  return (
    <>
      <Part id="contacts" title={t("list.title")} article={t("article")} aside={add}>
        {rows.length === 0 && <p className="muted mt-3">{t("list.none")}</p>}
      </Part>
      {rows.length > 0 && (
        <Ledger caption={t("list.title")} columns={columns}>
          {rows.map((row) => (
            <tr key={row.id} className={rowClass({ closed: row.standing === "ended" })}>
              <Cell place="folio" whole>
                {t(`roles.${row.role}.name`)}
              </Cell>
              <Cell place="title" whole>
                <Link href={`/${org}/controllers/contacts/${row.id}`} prefetch={false}>
                  {row.name}
                </Link>
                {row.capacity && <span className="muted"> {row.capacity}</span>}
              </Cell>
              <Cell place="text">
                <bdi>{row.email}</bdi>
              </Cell>
              <Cell place="status">
                <ContactStatus of={row} />
              </Cell>
              <Cell place="date" numeric>
                {row.lastVisitAt === null
                  ? t("list.never")
                  : formatDay(dayAt(row.lastVisitAt, "Africa/Casablanca"), locale)}
              </Cell>
            </tr>
          ))}
        </Ledger>
      )}
    </>
  );
}
