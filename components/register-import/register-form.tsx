import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmissionField } from "@/components/form/submission-field";
import { SubmitButton } from "@/components/ui/button";
import { Field, fieldAria } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { CAPACITIES } from "@/lib/domain/processing-record/types";
import type { loadRegisterImport } from "@/lib/features/register-import/loaders";

type RegisterFormProps = Awaited<ReturnType<typeof loadRegisterImport>> & {
  org: string;
  /** Key of the refusal, and its place in the file. */
  error?: string;
  place?: string;
};

/** Choosing and sending a file need no JavaScript. */
export function RegisterForm({ org, occupied, maxBytes, error, place = "" }: RegisterFormProps) {
  const t = useTranslations("register-import");
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  const key = error && t.has(`refusals.${error}`) ? error : "other";
  return (
    <form method="post" encType="multipart/form-data" action={`/api/registers/${org}`}>
      <SubmissionField />
      {error && (
        <div className="errors" role="alert">
          <h3>
            <Icon of={CircleAlert} small />
            {t("refused")}
          </h3>
          <p>{t(`refusals.${key}`, { megabytes, place })}</p>
          <p className="muted">{t("safe")}</p>
        </div>
      )}
      <Field id="file" label={t("file")} hint={t("hint", { megabytes })}>
        <input
          {...fieldAria("file", { hint: t("hint", { megabytes }) })}
          id="file"
          name="file"
          type="file"
          className="inp bg-raised text-ink"
          accept=".json,application/json"
          aria-invalid={error ? true : undefined}
          required
        />
      </Field>
      <div className="form-end">
        <SubmitButton>{t("act")}</SubmitButton>
      </div>
      <ul className="prose-line muted mt-6 list-disc ps-5">
        {CAPACITIES.map((capacity) => (
          <li key={capacity}>{t(`standing.${capacity}`, { state: occupied[capacity] ?? "empty" })}</li>
        ))}
        <li>{t("organisation")}</li>
      </ul>
    </form>
  );
}
