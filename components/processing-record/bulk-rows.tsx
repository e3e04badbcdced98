import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { Cell, Ledger } from "@/components/ui/ledger";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { formatDay, joinParts } from "@/lib/i18n/format";
import type { Previewed } from "./previewed";
import { sayMeasure } from "./measure-choices";
import { useSay } from "./use-say";
import { partialDay } from "./words";

/** What the act leaves as it is, each with its reason: nothing is passed over in silence. */
export function BulkLeft({
  org,
  capacity,
  left,
}: {
  org: string;
  capacity: Capacity;
  left: Previewed["left"];
}) {
  const t = useTranslations("bulk");
  return (
    <Rows
      title={t("left.title", { count: left.length })}
      says={t("left.says")}
      last={t("left.why")}
      {...{ org, capacity }}
      rows={left.map((row) => ({ ...row, says: t(`refusals.${row.key}`) }))}
    />
  );
}

/** What will stand, entry by entry. */
export function BulkChanges({ org, preview }: { org: string; preview: Previewed }) {
  const t = useTranslations("bulk");
  const say = useSay();
  const locale = useLocale();
  const { act, capacity, changes, measures, day } = preview;
  const measureOf = (id: string) => {
    const measure = measures.find((named) => named.id === id);
    return measure ? sayMeasure(measure, say) : "";
  };
  const sayChange = ({ state, added, reviewed }: Previewed["changes"][number]): string => {
    switch (act) {
      case "measures":
        return t("changes.measures", { measures: joinParts(added.map(measureOf), locale) });
      case "review":
        return t("changes.review", {
          from: reviewed.from ? partialDay(reviewed.from, locale) : t("never"),
          to: formatDay(day, locale),
          due: reviewed.due ? partialDay(reviewed.due, locale) : "",
        });
      case "end":
        return t("changes.end", { from: say(`lifecycle.states.${state}`), to: formatDay(day, locale) });
    }
  };
  return (
    <Rows
      title={t("will.title", { count: changes.length })}
      last={t("will.what")}
      {...{ org, capacity }}
      rows={changes.map((row) => ({ ...row, says: sayChange(row) }))}
    />
  );
}

type RowsProps = {
  org: string;
  capacity: Capacity;
  title: string;
  says?: ReactNode;
  last: string;
  rows: readonly { id: string; reference: string; name: string; activity: string; says: string }[];
};

function Rows({ org, capacity, title, says, last, rows }: RowsProps) {
  const t = useTranslations("record");
  const isOwn = capacity === "controller";
  const columns = [
    { key: "reference", label: t("list.columns.reference"), folio: true },
    isOwn
      ? { key: "activity", label: t("own.list.activity"), width: 300 }
      : { key: "controller", label: t("list.columns.controller"), width: 190 },
    ...(isOwn ? [] : [{ key: "activity", label: t("list.columns.activity") }]),
    { key: "says", label: last },
  ];
  return (
    <>
      <Part title={title}>{says && <p className="muted my-2">{says}</p>}</Part>
      <Ledger caption={title} columns={columns}>
        {rows.map((row) => (
          <tr key={row.id}>
            <Cell place="folio" whole>
              <Link href={`${registerHref(org, capacity)}/${row.id}`} prefetch={false}>
                <bdi>{row.reference}</bdi>
              </Link>
            </Cell>
            <Cell place="title" whole>
              {isOwn ? row.activity : row.name}
            </Cell>
            {!isOwn && (
              <Cell place="text" whole>
                {row.activity}
              </Cell>
            )}
            <Cell place="text" whole>
              {row.says}
            </Cell>
          </tr>
        ))}
      </Ledger>
    </>
  );
}
