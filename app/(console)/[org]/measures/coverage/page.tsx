import { getLocale, getTranslations } from "next-intl/server";
import { CoverageTable } from "@/components/measure/coverage-table";
import { formatCnilSheets } from "@/components/measure/family-heads";
import { MeasureViews } from "@/components/measure/measure-views";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import { FAMILIES, type Family } from "@/lib/domain/measure/types";
import { loadCoverage } from "@/lib/features/measure/loaders";
import { formatList } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("measure", "coverage.title");

/** Coverage of article 32(1)(a) to (d) by family. */
export default async function CoveragePage({ params }: PageProps) {
  const { org } = await params;
  const { rows, uncovered, counts } = await loadCoverage(org);
  const [t, locale] = await Promise.all([getTranslations("measure"), getLocale()]);
  const letters = uncovered.map((article) => t("article", { article }));
  const sheets = Object.fromEntries(
    FAMILIES.map((family) => [family, formatCnilSheets(family, t, locale)]),
  ) as Record<Family, string>;
  return (
    <Sheet>
      <PageHead note={<b>{t("coverage.article")}</b>} title={t("coverage.title")} lead={t("coverage.lead")}>
        <p className="coverage-said mt-3">
          {letters.length > 0 ? (
            <Status kind="warn">{t("coverage.uncovered", { letters: formatList(letters, locale) })}</Status>
          ) : (
            <Status kind="ok">{t("coverage.covered")}</Status>
          )}
        </p>
      </PageHead>
      <Line>
        <MeasureViews org={org} here="coverage" counts={counts} />
      </Line>
      <CoverageTable org={org} rows={rows} sheets={sheets} />
    </Sheet>
  );
}
