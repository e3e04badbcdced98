import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Views } from "@/components/ui/views";

/** Pages that share a tab of their room, each group with the tab's own page first. */
export const TELEPHONE_PAGES = [
  ["hours", "call", "statute", "house", "minors"],
  ["choices", "consents"],
  ["scripts", "script"],
] as const;
type Page = (typeof TELEPHONE_PAGES)[number][number];

/** Leads to the other pages of the same tab. */
export function TelephonePages({ org, current }: { org: string; current: Page }) {
  const t = useTranslations("telephone.tabs");
  const group: readonly Page[] =
    TELEPHONE_PAGES.find((pages) => (pages as readonly Page[]).includes(current)) ?? [];
  return (
    <Line>
      <Views
        label={t("label")}
        views={group.map((page) => ({
          href: page === "hours" ? `/${org}/telephone` : `/${org}/telephone/${page}`,
          label: t(page),
          current: page === current,
        }))}
      />
    </Line>
  );
}
