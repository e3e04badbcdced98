import { useTranslations } from "next-intl";
import { FileForm } from "@/components/form/file-form";

export function UploadForm({ org, error }: { org: string; error?: string }) {
  const t = useTranslations("contract.import");
  return (
    <FileForm
      action={`/api/contract-imports/${org}`}
      send={t("read")}
      label={t("file")}
      hint={t("hint")}
      error={useReason(error)}
      accept=".xlsx,.ods,.json"
    />
  );
}

function useReason(error: string | undefined): string | undefined {
  const t = useTranslations("contract.import.errors");
  const workbook = useTranslations("import-page.refusals");
  if (!error) return undefined;
  if (t.has(error)) return t(error);
  return workbook.has(error) ? workbook(error) : t("failed");
}
