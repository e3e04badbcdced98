import { useTranslations } from "next-intl";
import { SubmissionField } from "@/components/form/submission-field";
import { SubmitButton } from "@/components/ui/button";
import { Field, fieldAria } from "@/components/ui/field";

/** Choosing and sending a file need no JavaScript. */
export function UploadForm({ org, error }: { org: string; error?: string }) {
  const t = useTranslations("contract.import");
  const text = { hint: t("hint"), error: useReason(error) };
  return (
    <form method="post" encType="multipart/form-data" action={`/api/contract-imports/${org}`}>
      <SubmissionField />
      <Field id="file" label={t("file")} {...text}>
        <input
          {...fieldAria("file", text)}
          id="file"
          name="file"
          type="file"
          className="inp bg-raised text-ink"
          accept=".xlsx,.ods,.json"
          required
        />
      </Field>
      <div className="form-end">
        <SubmitButton>{t("read")}</SubmitButton>
      </div>
    </form>
  );
}

function useReason(error: string | undefined): string | undefined {
  const t = useTranslations("contract.import.errors");
  const workbook = useTranslations("import-page.refusals");
  if (!error) return undefined;
  if (t.has(error)) return t(error);
  return workbook.has(error) ? workbook(error) : t("failed");
}
