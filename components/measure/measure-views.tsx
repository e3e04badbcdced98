import { useLocale, useTranslations } from "next-intl";
import { Views } from "@/components/ui/views";
import { formatNumber } from "@/lib/i18n/format";

export type MeasurePlace = "active" | "library" | "retired" | "coverage";
type MeasureViewsProps = {
  org: string;
  here: MeasurePlace;
  counts: { active: number; library: number; retired: number };
};

export function MeasureViews({ org, here, counts }: MeasureViewsProps) {
  const t = useTranslations("measure.views");
  const locale = useLocale();
  const places: readonly [MeasurePlace, string][] = [
    ["active", ""],
    ["library", "/library"],
    ["retired", "?view=retired"],
    ["coverage", "/coverage"],
  ];
  const views = places.map(([place, path]) => ({
    href: `/${org}/measures${path}`,
    label: t(place),
    count: place === "coverage" ? undefined : formatNumber(counts[place], locale),
    current: place === here,
  }));
  return <Views label={t("label")} views={views} />;
}
