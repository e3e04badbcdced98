import { useLocale, useTranslations } from "next-intl";
import { Views } from "@/components/ui/views";
import type { LoadedImport } from "@/lib/features/import/loaders";
import { formatNumber } from "@/lib/i18n/format";

type Loaded = LoadedImport;
export type RowsQuery = Pick<Loaded["query"], "show" | "page"> & { absent?: number };

const VIEWS = ["all", "new", "changed", "unchanged", "set-aside", "doubts", "ends"] as const;

/** Omits empty views. */
export function RowsViews({ here, loaded }: { here: string; loaded: Loaded }) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const { plan, file, query } = loaded;
  const counts = { all: file.rows, ...plan.tally, doubts: plan.doubts, ends: plan.ends };
  const views = VIEWS.filter((show) => show === "all" || show === query.show || counts[show] > 0).map(
    (show) => ({
      href: rowsAddress(here, { show, page: 1 }),
      label: t(`views.${show}`),
      count: formatNumber(counts[show], locale),
      current: show === query.show,
    }),
  );
  return <Views label={t("views.label")} views={views} />;
}

/** `here` is the path of the import. */
export function rowsAddress(here: string, { show, page, absent = 1 }: RowsQuery): string {
  const asked = new URLSearchParams({ step: "check" });
  if (show !== "all") asked.set("show", show);
  if (page > 1) asked.set("page", String(page));
  if (absent > 1) asked.set("absent", String(absent));
  return `${here}?${asked}`;
}
