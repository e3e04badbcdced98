"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { useListKeys } from "@/components/ui/data-table-keys";
import { Day } from "@/components/ui/deadline";
import { type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import type { ListedWork } from "@/lib/features/dpo-work/loaders";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { WorkStatusWord } from "./work-status";

export function WorkTable({ org, kind, rows }: { org: string; kind: WorkKind; rows: readonly ListedWork[] }) {
  const t = useTranslations("dpo-work");
  const locale = useLocale();
  const { cursor, tableRef } = useListKeys(rows.length, "dpo-work-filter");
  const hasMinutes = kind === "assistance";
  const columns = [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "title", label: t("list.name") },
    ...(hasMinutes ? [{ key: "minutes", label: t("list.minutes"), width: 90, numeric: true }] : []),
    { key: "status", label: t("list.status"), width: 220 },
    { key: "day", label: t(`days.${kind}`), width: 120 },
  ];
  return (
    <DataTable caption={t(`kinds.${kind}.title`)} columns={columns} ref={tableRef}>
      {rows.map(({ id, reference, title, about, day, isOpen, status, minutes }, index) => (
        <tr key={id} className={rowClass({ cursor: index === cursor, closed: !isOpen })}>
          <Cell place="folio" whole>
            <bdi>{reference}</bdi>
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}${workPath(kind, id)}`} prefetch={false}>
              <bdi>{title}</bdi>
            </Link>
            {about && (
              <span className="block font-normal muted">
                <bdi>{about}</bdi>
              </span>
            )}
          </Cell>
          {hasMinutes && (
            <Cell place="text" numeric>
              {t("list.minutesOf", { minutes: formatNumber(minutes ?? 0, locale) })}
            </Cell>
          )}
          <Cell place="status" whole>
            <WorkStatusWord kind={kind} of={status} />
          </Cell>
          <Cell place="date" whole>
            {day && <Day text={formatDay(day, locale)} />}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
