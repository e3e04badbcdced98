import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import type { loadContacts } from "@/lib/features/contact/loaders";
import { dayAt, formatDay } from "@/lib/i18n/format";
import { ContactStatus } from "./contact-status";

export type ListedContact = Omit<
  Awaited<ReturnType<typeof loadContacts>>["rows"][number],
  "controllerName" | "isArchived"
>;

type ContactTableProps<Row> = {
  org: string;
  caption: string;
  rows: readonly Row[];
  /** Controller of a row, where the list covers several. */
  controllerOf?: (row: Row) => { name: string; isArchived: boolean };
};

export function ContactTable<Row extends ListedContact>({
  org,
  caption,
  rows,
  controllerOf,
}: ContactTableProps<Row>) {
  const t = useTranslations("contact");
  const columns: DataTableColumn[] = [
    { key: "role", label: t("fields.role"), folio: true },
    { key: "name", label: t("fields.name") },
    ...(controllerOf ? [{ key: "controller", label: t("fields.controller"), width: 200 }] : []),
    { key: "email", label: t("fields.email"), width: 240 },
    { key: "state", label: t("fields.state"), width: 170 },
    { key: "visit", label: t("fields.visit"), width: 130, numeric: true },
  ];
  return (
    <DataTable caption={caption} columns={columns}>
      {rows.map((row) => (
        <tr key={row.id} className={rowClass({ closed: row.status === "ended" })}>
          <Cell place="folio" whole>
            {t(`roles.${row.role}.name`)}
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/controllers/contacts/${row.id}`} prefetch={false}>
              {row.name}
            </Link>
            {row.capacity && <span className="font-normal muted"> {row.capacity}</span>}
          </Cell>
          {controllerOf && <ControllerCell org={org} id={row.controllerId} {...controllerOf(row)} />}
          <Cell place="text" whole>
            <bdi>{row.email}</bdi>
          </Cell>
          <Cell place="status" whole>
            <ContactStatus of={row} />
            <Since of={row} />
          </Cell>
          <VisitCell at={row.lastVisitAt} />
        </tr>
      ))}
    </DataTable>
  );
}

function ControllerCell({
  org,
  id,
  name,
  isArchived,
}: {
  org: string;
  id: string;
  name: string;
  isArchived: boolean;
}) {
  const t = useTranslations("contact");
  return (
    <Cell place="text" whole>
      <Link href={`/${org}/controllers/${id}`} prefetch={false}>
        {name}
      </Link>
      {isArchived && <span className="muted block">{t("list.archived")}</span>}
    </Cell>
  );
}

function Since({ of: { status, invitedAt, expiresAt, acceptedAt, endedAt } }: { of: ListedContact }) {
  const t = useTranslations("contact");
  const locale = useLocale();
  const at = { invited: invitedAt, lapsed: expiresAt, active: acceptedAt, ended: endedAt }[status];
  if (at === null) return null;
  const day = formatDay(dayAt(at, "Africa/Casablanca"), locale);
  return (
    <span className="muted block text-[12.5px]">
      {t(status === "active" ? "list.since" : "list.on", { day })}
    </span>
  );
}

function VisitCell({ at }: { at: number | null }) {
  const t = useTranslations("contact");
  const locale = useLocale();
  return (
    <Cell place="date" numeric whole>
      {at === null ? t("list.never") : formatDay(dayAt(at, "Africa/Casablanca"), locale)}
    </Cell>
  );
}
