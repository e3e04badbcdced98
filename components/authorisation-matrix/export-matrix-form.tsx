import { FileJson, FileSpreadsheet, FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { MatrixQuery } from "@/lib/features/authorisation-matrix/schema";

/** Posts a plain form, so that the download of all pages needs no JavaScript. */
export function ExportMatrixForm({
  org,
  query: { after: _after, ...filters },
}: {
  org: string;
  query: MatrixQuery;
}) {
  const t = useTranslations("authorisation-matrix.export");
  return (
    <form
      method="post"
      action={`/api/authorisation-matrix/${org}`}
      className="mt-4 flex flex-wrap gap-2 print:hidden"
    >
      <input type="hidden" name="language" value={useLocale()} />
      {Object.entries(filters).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" name="format" value="xlsx" icon={FileSpreadsheet}>
        {t("xlsx")}
      </Button>
      <Button type="submit" name="format" value="csv" icon={FileText}>
        {t("csv")}
      </Button>
      <Button type="submit" name="format" value="json" icon={FileJson}>
        {t("json")}
      </Button>
    </form>
  );
}
