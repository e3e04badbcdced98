import { useTranslations } from "next-intl";
import { FileForm } from "@/components/form/file-form";
import { ErrorBox } from "@/components/ui/error-box";
import { CAPACITIES } from "@/lib/domain/processing-record/types";
import type { loadRegisterImport } from "@/lib/features/register-import/loaders";

type RegisterFormProps = Awaited<ReturnType<typeof loadRegisterImport>> & {
  org: string;
  /** Key of the refusal, and its place in the file. */
  error?: string;
  place?: string;
};

export function RegisterForm({ org, occupied, maxBytes, error, place = "" }: RegisterFormProps) {
  const t = useTranslations("register-import");
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  const key = error && t.has(`refusals.${error}`) ? error : "other";
  return (
    <>
      <FileForm
        action={`/api/registers/${org}`}
        send={t("act")}
        label={t("file")}
        hint={t("hint", { megabytes })}
        accept=".json,application/json"
        aria-invalid={error ? true : undefined}
      >
        {error && (
          <ErrorBox title={t("refused")}>
            <p>{t(`refusals.${key}`, { megabytes, place })}</p>
            <p className="muted">{t("safe")}</p>
          </ErrorBox>
        )}
      </FileForm>
      <ul className="prose-line muted mt-6 list-disc ps-5">
        {CAPACITIES.map((capacity) => (
          <li key={capacity}>{t(`status.${capacity}`, { state: occupied[capacity] ?? "empty" })}</li>
        ))}
        <li>{t("organisation")}</li>
      </ul>
    </>
  );
}
