import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { LetterState } from "@/components/ui/letter-state";
import { Status } from "@/components/ui/status";
import type { InvitationListRow } from "@/lib/features/member/loaders";
import { dayAt, formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

export function InvitationTable({ org, rows }: { org: string; rows: readonly InvitationListRow[] }) {
  const t = useTranslations("member");
  const locale = useLocale();
  return (
    <DataTable caption={t("invitations.title")} columns={columnsOf(t)}>
      {rows.map((row) => (
        <tr key={row.id}>
          <Cell place="folio" whole>
            {dayIn(row.sentAt, locale)}
          </Cell>
          <Cell place="title">
            <Link href={`/${org}/members/invitations/${row.id}`} prefetch={false}>
              {row.name}
            </Link>
          </Cell>
          <Cell place="text">
            <bdi>{row.email}</bdi>
          </Cell>
          <Cell place="wide">{t(`roles.${row.role}.name`)}</Cell>
          <Cell place="wide">{row.by}</Cell>
          <Cell place="status">
            <InvitationStatus of={row} />
          </Cell>
          <Cell place="date" numeric>
            {dayIn(row.expiresAt, locale)}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

/** Expiry outranks the letter's state: an expired link opens nothing, even if undelivered. */
export function InvitationStatus({ of: { state, letter } }: { of: InvitationListRow }) {
  const t = useTranslations("member");
  if (state === "expired") return <Status kind="warn">{t("states.expired")}</Status>;
  if (state !== "open") return <Status kind="plain">{t(`states.${state}`)}</Status>;
  return <LetterState of={{ state: letter.state }} />;
}

function columnsOf(t: (key: string) => string): DataTableColumn[] {
  return [
    { key: "sent", label: t("fields.sent"), folio: true },
    { key: "name", label: t("fields.name") },
    { key: "email", label: t("fields.email"), width: 240 },
    { key: "role", label: t("fields.role"), width: 120, wide: true },
    { key: "by", label: t("fields.by"), width: 130, wide: true },
    { key: "state", label: t("fields.state"), width: 150 },
    { key: "until", label: t("fields.until"), width: 110, numeric: true },
  ];
}

function dayIn(at: number, locale: Locale): string {
  return formatDay(dayAt(at, "Africa/Casablanca"), locale);
}
