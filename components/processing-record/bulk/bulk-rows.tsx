import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Line, Part } from "@/components/shell/sheet";
import { Button } from "@/components/ui/button";
import { Cell, DataTable } from "@/components/ui/data-table";
import { required } from "@/lib/domain/invariant/required";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Locale } from "@/lib/i18n/locale";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { listSearch } from "@/components/processing-record/list/list-address";
import type { Previewed } from "./previewed";
import { formatMeasure } from "@/components/processing-record/sheet/measure-choices";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";
import { countryName, partialDay, type Translate } from "@/components/processing-record/sheet/words";

/** Gives the reason for each entry left unchanged. */
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
      text={t("left.says")}
      last={t("left.why")}
      {...{ org, capacity }}
      rows={left.map((row) => ({ ...row, text: t(`refusals.${row.key}`) }))}
    />
  );
}

export function BulkChanges({ org, preview }: { org: string; preview: Previewed }) {
  const t = useTranslations("bulk");
  const translate = useTranslate();
  const locale = useLocale();
  const { act, capacity, changes, measures, day } = preview;
  const measureOf = (id: string) => {
    const measure = measures.find((named) => named.id === id);
    return measure ? formatMeasure(measure, translate) : "";
  };
  const describeChange = ({ state, added, reviewed, linked }: Previewed["changes"][number]): string => {
    switch (act) {
      case "links":
        return describeLinked(linked, { t, format: translate, locale });
      case "measures":
        return t("changes.measures", { measures: joinParts(added.map(measureOf), locale) });
      case "review":
        return t("changes.review", {
          from: reviewed.from ? partialDay(reviewed.from, locale) : t("never"),
          to: formatDay(day, locale),
          due: reviewed.due ? partialDay(reviewed.due, locale) : "",
        });
      case "end":
        return t("changes.end", { from: translate(`lifecycle.states.${state}`), to: formatDay(day, locale) });
    }
  };
  return (
    <Rows
      title={t("will.title", { count: changes.length })}
      last={t("will.what")}
      {...{ org, capacity }}
      ticks={act === "links" ? preview : undefined}
      rows={changes.map((row) => ({ ...row, text: describeChange(row) }))}
    />
  );
}

type Words = { t: ReturnType<typeof useTranslations<"bulk">>; format: Translate; locale: Locale };

/** Example: "« M3R 22/07 » est M3R-2022-07, « Maroc » est TR-001"; unlinked names follow. */
function describeLinked(
  { pairs, unmatched }: Previewed["changes"][number]["linked"],
  { t, format: say, locale }: Words,
): string {
  const nameOf = (words: string) => (/^[A-Z]{2}$/.test(words) ? countryName(words, say) : words);
  return joinParts(
    [
      ...pairs.map(({ words, country, row }) =>
        t("changes.pair", {
          words: words || nameOf(required(country, "country of a link without words")),
          row,
        }),
      ),
      ...unmatched.map(({ why, words }) =>
        t(why === "none" ? "changes.unmatchedNone" : "changes.unmatchedSeveral", { words: nameOf(words) }),
      ),
    ],
    locale,
  );
}

type RowsProps = {
  org: string;
  capacity: Capacity;
  title: string;
  text?: ReactNode;
  last: string;
  ticks?: Previewed;
  rows: readonly { id: string; reference: string; name: string; activity: string; text: string }[];
};

function Rows({ org, capacity, title, text, last, ticks, rows }: RowsProps) {
  const t = useTranslations("record");
  const bulk = useTranslations("bulk.ticks");
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
      <Part title={title}>{text && <p className="muted my-2">{text}</p>}</Part>
      <HiddenChoices org={org} ticks={ticks}>
        <DataTable caption={title} columns={columns}>
          {rows.map((row) => (
            <tr key={row.id}>
              <Cell place="folio" whole>
                {ticks && (
                  <input
                    type="checkbox"
                    className="box"
                    name="id"
                    value={row.id}
                    defaultChecked
                    aria-label={bulk("row", { reference: row.reference })}
                  />
                )}{" "}
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
                {row.text}
              </Cell>
            </tr>
          ))}
        </DataTable>
      </HiddenChoices>
    </>
  );
}

/** Sends the remaining rows by GET; the answer previews these alone. */
function HiddenChoices({ org, ticks, children }: { org: string; ticks?: Previewed; children: ReactNode }) {
  const t = useTranslations("bulk.ticks");
  if (!ticks) return children;
  return (
    <form action={`${registerHref(org, ticks.capacity)}/bulk`}>
      {[...new URLSearchParams(listSearch(ticks.query))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="act" value={ticks.act} />
      {children}
      <Line>
        <div className="form-end">
          <Button type="submit">{t("keep")}</Button>
        </div>
      </Line>
    </form>
  );
}
