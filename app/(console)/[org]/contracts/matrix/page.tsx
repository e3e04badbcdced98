import { Upload } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClauseLegend } from "@/components/contract/clause-legend";
import { ExportActs } from "@/components/contract/export-acts";
import { MatrixTable } from "@/components/contract/matrix-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Empty, TooMany } from "@/components/ui/states";
import { loadContractMatrix } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<{ error?: string }> };

export const generateMetadata = titled("contract", "matrix.title");

/** Contracts against the clauses of article 28. */
export default async function ContractMatrixPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { rows, isTooMany } = await loadContractMatrix(org);
  const t = await getTranslations("contract");
  return (
    <Sheet>
      <PageHead
        article={t("articles.clauses")}
        title={t("matrix.title")}
        lead={t("matrix.lead")}
        actions={
          <>
            <LinkButton icon={Upload} href={`/${org}/contracts/import`}>
              {t("import.open")}
            </LinkButton>
            <LinkButton href={`/${org}/contracts`}>{t("back")}</LinkButton>
          </>
        }
      />
      {rows.length === 0 ? (
        <Line>
          <Empty title={t("empty.all")}>{t("empty.allText")}</Empty>
        </Line>
      ) : (
        <Line>
          {(await searchParams).error && (
            <p className="reason mb-3" role="alert">
              {t("export.failed")}
            </p>
          )}
          <ExportActs org={org} />
          {isTooMany && (
            <TooMany title={t("matrix.tooMany", { count: rows.length })}>{t("matrix.tooManyText")}</TooMany>
          )}
          <ClauseLegend />
          <MatrixTable org={org} rows={rows} />
        </Line>
      )}
    </Sheet>
  );
}
