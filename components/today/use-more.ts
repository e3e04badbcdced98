import { useTranslations } from "next-intl";
import type { AgendaItem } from "./agenda";

/** Number of hidden lines, with a link to the whole list. */
export function useMore() {
  const t = useTranslations("today");
  return ({ rows, count }: { rows: readonly unknown[]; count: number }, href: string): AgendaItem[] =>
    count > rows.length
      ? [{ key: "more", margin: "", title: t("more", { count: count - rows.length }), href, text: "" }]
      : [];
}
