import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { Day } from "@/components/ui/deadline";
import type { FirstDue } from "@/lib/domain/rights-request/first-due";
import { isOpen } from "@/lib/domain/rights-request/lifecycle";
import type { ListedRequest } from "@/lib/features/rights-request/loaders";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { RelayMark } from "./relay-mark";
import { Status } from "@/components/ui/status";
import { RequestStateMark } from "./request-state";

export function RequestTable({ org, rows }: { org: string; rows: readonly ListedRequest[] }) {
  const t = useTranslations("rights-request.list");
  const columns: DataTableColumn[] = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "rights", label: t("rights") },
    { key: "controller", label: t("controller"), width: 145 },
    { key: "state", label: t("state"), width: 130 },
    { key: "received", label: t("received"), width: 180 },
    { key: "relay", label: t("relay"), width: 165 },
    { key: "due", label: t("due"), width: 110 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map((row) => (
        <tr key={row.id} className={rowClass({ closed: !isOpen(row.state) })}>
          <Entry org={org} row={row} />
        </tr>
      ))}
    </DataTable>
  );
}

/** Names what sets the earliest day, where it is not simply the month of a known law. */
export function DueMark({ due }: { due: FirstDue }) {
  const t = useTranslations("rights-request.list");
  if (due.by !== "clear-days" && !due.isPresumed) return null;
  return <small className="muted"> {t(due.isPresumed ? "presumed" : "clearDays")}</small>;
}

function Entry({ org, row }: { org: string; row: ListedRequest }) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  const rights = row.rights.map((right) => t(`rights.${right}`));
  return (
    <>
      <Cell place="folio" whole>
        <bdi>{row.reference}</bdi>
      </Cell>
      <Cell place="title" whole>
        <Link href={`/${org}/rights-requests/${row.id}`} prefetch={false}>
          {joinParts(rights, locale)}
        </Link>
        {row.numbers.length > 0 && (
          <small className="muted wrap-anywhere block">
            <bdi dir="ltr">{row.numbers.join(", ")}</bdi>
          </small>
        )}
      </Cell>
      <Cell place="text" whole>
        {row.controller ? (
          <bdi dir="auto">{row.controller.legalName}</bdi>
        ) : (
          <span className="void">{t("list.unknown")}</span>
        )}
      </Cell>
      <Cell place="status" whole>
        <RequestStateMark state={row.shown} />
        {row.cause !== null && <small className="muted block">{t(`causes.${row.cause}`)}</small>}
        {row.isNotReached && <small className="muted block">{t("kinds.not-reached.done")}</small>}
        {row.heldInstruction !== null && (
          <Status kind="late">{t("list.heldInstruction", { number: row.heldInstruction })}</Status>
        )}
        {row.isHeld && <small className="muted block">{t("list.held")}</small>}
      </Cell>
      <Cell place="date" whole>
        <Day text={formatInstant(row.receivedAt, "Africa/Casablanca", locale)} />
      </Cell>
      <Cell place="date" whole>
        <RelayMark status={row.relay} />
      </Cell>
      <Cell place="date" whole>
        {row.due === null ? (
          <span className="faint">{t("list.noDue")}</span>
        ) : (
          <>
            <Day text={formatDay(row.due.lastDay, locale)} />
            <DueMark due={row.due} />
          </>
        )}
      </Cell>
    </>
  );
}
