import { useLocale, useTranslations } from "next-intl";
import { formatList } from "@/lib/i18n/format";
import { Agenda, type AgendaItem } from "./agenda";
import { onlyOf } from "@/lib/domain/invariant/required";
import type { Points } from "./types";
import { useMore } from "./use-more";

/** Operations of entries that neither contract nor instruction covers, articles 28(3)(a) and 28(10). */
export function ScopePoints({ org, of }: { org: string; of: Points["scope"] }) {
  const t = useTranslations("today.scope");
  const instruction = useTranslations("instruction");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const more = useMore();
  const href = `/${org}/instructions/scope`;
  const saidOf = (kind: string, stated: string) =>
    kind === "countries" && countries.has(stated) ? countries(stated) : stated;
  const hrefOf = (records: readonly { id: string }[]) => {
    const only = onlyOf(records);
    return only ? `/${org}/records/${only.id}` : href;
  };
  const items =
    of === null
      ? [{ key: "many", margin: "", title: t("many"), href, text: t("manyText") }]
      : of.rows.map(({ kind, article, stated: said, records }): AgendaItem => ({
          key: `${kind} ${said}`,
          margin: instruction("article", { article }),
          title: said === null ? instruction(`scope.${kind}`) : saidOf(kind, said),
          href: hrefOf(records),
          text: t("of", {
            what: instruction(`scope.${kind}`),
            records: formatList(
              records.slice(0, NAMED).map(({ reference }) => reference),
              locale,
            ),
          }),
          status: { kind: "warn", text: t("records", { count: records.length }) },
        }));
  const uncompared: AgendaItem[] =
    of !== null && of.uncompared > 0
      ? [
          {
            key: "uncompared",
            margin: instruction("article", { article: "28(3)(a)" }),
            title: t("uncompared", { count: of.uncompared }),
            href,
            text: t("uncomparedText"),
          },
        ]
      : [];
  return (
    <Agenda
      title={t("title")}
      note={t("note")}
      items={of === null ? items : [...items, ...more(of, href), ...uncompared]}
    />
  );
}

/** Number of entries named in a line; its count covers them all. */
const NAMED = 5;
