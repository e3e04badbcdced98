import { getTranslations } from "next-intl/server";
import { ClauseLegend } from "@/components/contract/clause-legend";
import { MatrixTable } from "@/components/contract/matrix-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { ActLink } from "@/components/ui/act-link";
import { LinkButton } from "@/components/ui/button";
import { ExportMenu } from "@/components/ui/export-menu";
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
            <ActLink of="import" tone="bare" href={`/${org}/contracts/import`} />
            {rows.length > 0 && <ExportMenu to={`/api/contracts/${org}`} formats={["xlsx", "json"]} />}
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
