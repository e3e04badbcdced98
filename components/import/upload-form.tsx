import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SubmissionField } from "@/components/form/submission-field";
import { SubmitButton } from "@/components/ui/button";
import { Field, fieldAria } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";

type UploadFormProps = {
  org: string;
  maxBytes: number;
  /** Key of the refusal. */
  error?: string;
  /** Line of the file with the refused value. */
  place?: string;
};

/** Refusals of JSON files, which link to the import of an exported register. */
const LED_ON = new Set(["isJson", "isRegisterJson"]);

const ACCEPTED = [
  ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain",
  ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".ods,application/vnd.oasis.opendocument.spreadsheet",
].join(",");

/** Choosing, dropping and sending a file need no JavaScript. */
export function UploadForm({ org, maxBytes, error, place = "?" }: UploadFormProps) {
  const t = useTranslations("import-page");
  const reason = error && t(t.has(`refusals.${error}`) ? `refusals.${error}` : "refusals.other", { place });
  return (
    <form method="post" encType="multipart/form-data" action={`/api/imports/${org}`}>
      <SubmissionField />
      {reason && (
        <Refused reason={reason} href={LED_ON.has(error) ? `/${org}/records/import/register` : null} />
      )}
      <Field id="file" label={t("file.label")} hint={t("file.hint")}>
        <input
          {...fieldAria("file", { hint: t("file.hint") })}
          id="file"
          name="file"
          type="file"
          className="inp bg-raised text-ink"
          accept={ACCEPTED}
          aria-invalid={reason ? true : undefined}
          required
        />
      </Field>
      <div className="form-end">
        <SubmitButton>{t("file.act")}</SubmitButton>
      </div>
      <Accepted megabytes={Math.round(maxBytes / 1024 / 1024)} />
    </form>
  );
}

function Refused({ reason, href }: { reason: string; href: string | null }) {
  const [t, whole] = [useTranslations("import-page"), useTranslations("register-import")];
  return (
    <div className="errors" role="alert">
      <h3>
        <Icon of={CircleAlert} small />
        {t("file.refused")}
      </h3>
      <p>{reason}</p>
      {href && (
        <p>
          <Link href={href}>{whole("link")}</Link>
        </p>
      )}
      <p className="muted">{t("file.safe")}</p>
    </div>
  );
}

function Accepted({ megabytes }: { megabytes: number }) {
  const t = useTranslations("import-page");
  return (
    <div className="prose-line muted mt-6">
      <h3 className="font-semibold text-ink">{t("file.accepted")}</h3>
      <ul className="list-disc ps-5">
        <li>{t("file.format", { megabytes })}</li>
        <li>{t("file.workbook")}</li>
        <li>{t("file.cnil")}</li>
        <li>{t("file.encoding")}</li>
        <li>{t("file.layout")}</li>
        <li>{t("file.nothing")}</li>
      </ul>
    </div>
  );
}
