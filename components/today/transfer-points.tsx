import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { Agenda, type AgendaItem } from "./agenda";
import type { Points } from "./types";
import { useMore } from "./use-more";

type Transfer = Points["transfers"]["rows"][number];

/** Running transfers without a tool, chapter V, and assessments due for review. */
export function TransferPoints({ org, of }: { org: string; of: Points["transfers"] }) {
  const t = useTranslations("today.transfers");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const more = useMore();
  const nameOf = ({ controller, importer, country }: Transfer) => {
    const parts = [controller, importer, country && countries.has(country) ? countries(country) : ""];
    return joinParts(parts.filter(Boolean), locale) || t("unnamed");
  };
  const items = of.rows.map((row): AgendaItem => ({
    key: row.id,
    margin: <bdi>{row.reference}</bdi>,
    title: nameOf(row),
    href: `/${org}/transfers/${row.id}`,
    text:
      row.point.kind === "barred" ? (
        t("barredText")
      ) : (
        <Day text={t("review-dueText", { day: formatDay(row.point.day, locale) })} />
      ),
    status: { kind: row.point.kind === "barred" ? "late" : "warn", text: t(row.point.kind) },
  }));
  return <Agenda title={t("title")} note={t("note")} items={[...items, ...more(of, `/${org}/transfers`)]} />;
}
