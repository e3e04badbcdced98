import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/button";
import { Field, fieldAria } from "@/components/ui/field";

/** A plain form: choosing the file and sending it need no script. */
export function UploadForm({ org, error }: { org: string; error?: string }) {
  const t = useTranslations("contract.import");
  const known = error && t.has(`errors.${error}`) ? error : "failed";
  const text = { hint: t("hint"), error: error && t(`errors.${known}`) };
  return (
    <form method="post" encType="multipart/form-data" action={`/api/contract-imports/${org}`}>
      <Field id="file" label={t("file")} {...text}>
        <input
          {...fieldAria("file", text)}
          id="file"
          name="file"
          type="file"
          className="inp bg-raised text-ink"
          accept=".json,application/json"
          required
        />
      </Field>
      <div className="form-end">
        <SubmitButton>{t("read")}</SubmitButton>
      </div>
    </form>
  );
}
