"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { IdAct } from "@/components/form/id-act";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import { submitRemoval } from "@/lib/features/public-page/actions";
import { subscriberIdSchema } from "@/lib/features/public-page/schema";
import { formatInstant } from "@/lib/i18n/format";
import { LOCALE_NAMES, resolveLocale } from "@/lib/i18n/locale";

export type SubscriberRow = {
  id: string;
  email: string;
  language: string;
  /** Instant of the confirmation, or of the request that waits for one. */
  at: number;
  isConfirmed: boolean;
};

export function SubscriberTable({ org, rows }: { org: string; rows: readonly SubscriberRow[] }) {
  const t = useTranslations("public-page.subscribers");
  const locale = useLocale();
  const columns: DataTableColumn[] = [
    { key: "email", label: t("columns.email") },
    { key: "language", label: t("columns.language"), width: 110 },
    { key: "state", label: t("columns.state"), width: 270 },
    { key: "act", label: t("columns.act"), width: 120 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map(({ id, email, language, at, isConfirmed }) => (
        <tr key={id}>
          <Cell place="title" whole>
            <bdi>{email}</bdi>
          </Cell>
          <Cell place="text" whole>
            {LOCALE_NAMES[resolveLocale(language, null)]}
          </Cell>
          <Cell place="text" whole>
            <Status kind={isConfirmed ? "ok" : "warn"}>
              {t(isConfirmed ? "confirmedAt" : "waitingSince", {
                when: formatInstant(at, "Africa/Casablanca", locale),
              })}
            </Status>
          </Cell>
          <Cell place="text" whole>
            <IdAct
              action={bindAction(submitRemoval, org)}
              schema={subscriberIdSchema}
              noun="public-page"
              id={id}
              tone="irreversible"
              icon={X}
            >
              {t("remove")} <span className="sr">{email}</span>
            </IdAct>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
