import { useTranslations } from "next-intl";
import type { AgendaItem } from "./agenda";

/** The last line of a section that was cut: how many more there are, and the list that has them. */
export function useMore() {
  const t = useTranslations("today");
  return ({ rows, count }: { rows: readonly unknown[]; count: number }, href: string): AgendaItem[] =>
    count > rows.length
      ? [{ key: "more", margin: "", title: t("more", { count: count - rows.length }), href, text: "" }]
      : [];
}
