import { Plus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import type { ToolAsked } from "@/lib/domain/transfer/tool-asked";
import type { ListedTransfer } from "@/lib/features/transfer/loaders";
import { joinParts } from "@/lib/i18n/format";
import { TransferGapBadge } from "./transfer-gap-badge";
import { TransferStatus } from "./transfer-status";

type TransfersPartProps = {
  org: string;
  /** Query parameter of the owner: "controller=<id>", "subProcessor=<id>". */
  of: string;
  /** `asked`: what the laws of the one controller ask for; null: nobody in particular. */
  loaded: { rows: readonly ListedTransfer[]; asked: ToolAsked | null; mayWrite: boolean };
  none?: string;
  children?: ReactNode;
};

export function TransfersPart({
  org,
  of,
  loaded: { rows, asked, mayWrite },
  none,
  children,
}: TransfersPartProps) {
  const t = useTranslations("transfer");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const add = mayWrite && (
    <LinkButton tone="bare" icon={Plus} href={`/${org}/transfers/new?${of}`}>
      {t("new.act")}
    </LinkButton>
  );
  const columns = [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "importer", label: t("list.importer") },
    { key: "status", label: t("list.status"), width: 160 },
    { key: "gaps", label: t("list.gaps"), width: 190 },
  ];
  return (
    <>
      <Part id="transfers" title={t("list.title")} article={t("articles.list")} aside={add}>
        {rows.length === 0 && <p className="muted mt-3">{none ?? t(`list.noneHere.${asked ?? "tool"}`)}</p>}
        {children && <div className="mb-3">{children}</div>}
      </Part>
      {rows.length > 0 && (
        <DataTable caption={t("list.title")} columns={columns}>
          {rows.map((row) => (
            <tr key={row.id} className={rowClass({ closed: row.state === "ended" })}>
              <Cell place="folio" whole>
                <bdi>{row.reference}</bdi>
              </Cell>
              <Cell place="title" whole>
                <Link href={`/${org}/transfers/${row.id}`} prefetch={false}>
                  {joinParts(
                    [
                      row.importerName || t("list.unnamed"),
                      row.country ? countries(row.country) : t("list.noCountry"),
                      row.placeKind && t(`choices.placeKind.${row.placeKind}`),
                    ],
                    locale,
                  )}
                </Link>
              </Cell>
              <Cell place="status" whole>
                <TransferStatus of={row.status} />
              </Cell>
              <Cell place="status" whole>
                {row.state !== "ended" && <TransferGapBadge row={row} />}
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
