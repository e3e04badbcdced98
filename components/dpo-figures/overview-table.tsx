import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable } from "@/components/ui/data-table";
import { WORK_KINDS, workPath } from "@/lib/domain/dpo-work/kinds";
import type { loadOverview } from "@/lib/features/dpo-figures/loaders";
import { formatNumber } from "@/lib/i18n/format";

type OverviewProps = { org: string; overview: Awaited<ReturnType<typeof loadOverview>> };

/** Each figure leads to the list that it counts. */
export function OverviewTable({ org, overview }: OverviewProps) {
  const t = useTranslations("dpo-figures");
  const work = useTranslations("dpo-work");
  const cited = useTranslations("ui");
  const locale = useLocale();
  const { open, trained, needs, minutes, year, proposed } = overview;
  const { headcount, percent, people } = trained;
  const share =
    percent === null || headcount === null
      ? t("staff.countAlone", { count: people.length })
      : t("staff.share", { count: people.length, of: headcount.number, percent });
  const rows = [
    ...WORK_KINDS.map((kind) => ({
      article: work(`kinds.${kind}.article`),
      name: t("overview.open", { name: work(`kinds.${kind}.title`) }),
      value: formatNumber(open.get(kind) ?? 0, locale),
      path: workPath(kind),
    })),
    {
      article: work("kinds.watch-item.article"),
      name: t("overview.proposed"),
      value: formatNumber(proposed, locale),
      path: "/dpo/feeds",
    },
    {
      article: cited("article", { article: "39(1)(b)" }),
      name: t("staff.title"),
      value: share,
      path: "/dpo/staff",
    },
    {
      article: cited("article", { article: "28(3)" }),
      name: t("overview.minutes", { year }),
      value: formatNumber(minutes, locale),
      path: "/dpo/time",
    },
    {
      article: work("kinds.cndp-filing.article"),
      name: t("needs.title"),
      value: formatNumber(needs.missing, locale),
      path: "/dpo/needs",
    },
    {
      article: "",
      name: t("overview.unknown"),
      value: formatNumber(needs.unknown, locale),
      path: "/dpo/needs?view=unknown",
    },
  ];
  const columns = [
    { key: "article", label: t("overview.article"), folio: true },
    { key: "name", label: t("overview.figure") },
    { key: "value", label: t("overview.value"), width: 260, numeric: true },
  ];
  return (
    <DataTable caption={t("overview.title")} columns={columns}>
      {rows.map(({ article, name, value, path }) => (
        <tr key={path}>
          <Cell place="folio" whole>
            {article}
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}${path}`} prefetch={false}>
              {name}
            </Link>
          </Cell>
          <Cell place="text" numeric whole>
            {value}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
