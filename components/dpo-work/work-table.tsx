"use client";

import { useLocale, useTranslations } from "next-intl";
import { Cell } from "@/components/ui/data-table";
import { Day } from "@/components/ui/deadline";
import { ListTable, NamedCells } from "@/components/ui/list-table";
import { type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import type { ListedWork } from "@/lib/features/dpo-work/loaders";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { WorkStatusWord } from "./work-status";

export function WorkTable({ org, kind, rows }: { org: string; kind: WorkKind; rows: readonly ListedWork[] }) {
  const t = useTranslations("dpo-work");
  const locale = useLocale();
  const hasMinutes = kind === "assistance";
  const columns = [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "title", label: t("list.name") },
    ...(hasMinutes ? [{ key: "minutes", label: t("list.minutes"), width: 90, numeric: true }] : []),
    { key: "status", label: t("list.status"), width: 220 },
    { key: "day", label: t(`days.${kind}`), width: 120 },
  ];
  return (
    <ListTable
      noun="dpo-work"
      caption={t(`kinds.${kind}.title`)}
      columns={columns}
      rows={rows}
      isClosed={({ isOpen }) => !isOpen}
    >
      {({ id, reference, title, about, day, status, minutes }) => (
        <>
          <NamedCells
            reference={reference}
            href={`/${org}${workPath(kind, id)}`}
            about={about && <bdi>{about}</bdi>}
          >
            <bdi>{title}</bdi>
          </NamedCells>
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
        </>
      )}
    </ListTable>
  );
}
