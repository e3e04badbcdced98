import { Link2 } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/i18n/format";
import type { Naming } from "@/lib/features/record-links/loaders";

type NamingPartProps = { org: string; naming: Naming };

export function NamingPart({ org, naming: { named, worded, mayLink } }: NamingPartProps) {
  const t = useTranslations("record.naming");
  const locale = useLocale();
  return (
    <>
      {named.length === 0 && (
        <Part id="records" title={t("title")}>
          {worded.length === 0 && <p className="muted mt-3">{t("none")}</p>}
        </Part>
      )}
      {named.length > 0 && (
        <Part
          id="records"
          title={t("title")}
          isOpen={false}
          count={<span className="muted">{formatNumber(named.length, locale)}</span>}
        >
          <Entries org={org} rows={named} caption={t("title")} />
        </Part>
      )}
      {worded.length > 0 && (
        <>
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <p>{t("worded", { count: worded.length })}</p>
            {mayLink && (
              <LinkButton icon={Link2} href={`/${org}/records/bulk?${bulkOf(worded)}`}>
                {t("link")}
              </LinkButton>
            )}
          </div>
          <Entries org={org} rows={worded} caption={t("worded", { count: worded.length })} />
        </>
      )}
    </>
  );
}

type Rows = Naming["named"];

function bulkOf(rows: Rows): string {
  return new URLSearchParams([["act", "links"], ...rows.map(({ id }) => ["id", id])]).toString();
}

function Entries({ org, rows, caption }: { org: string; rows: Rows; caption: string }) {
  const t = useTranslations("controller.records");
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "activity", label: t("activity") },
    { key: "state", label: t("state"), width: 160 },
  ];
  return (
    <DataTable caption={caption} columns={columns}>
      {rows.map(({ id, reference, state, activity, name }) => (
        <tr key={id} className={rowClass({ closed: state === "ended" })}>
          <Cell place="folio" whole>
            <bdi>{reference}</bdi>
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/records/${id}`} prefetch={false}>
              {activity}
            </Link>{" "}
            <span className="muted">
              <bdi>{name}</bdi>
            </span>
          </Cell>
          <Cell place="status" whole>
            {t(`states.${state}`)}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
