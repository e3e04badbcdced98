import Link from "next/link";
import { useTranslations } from "next-intl";
import { FileForm } from "@/components/form/file-form";
import { ExampleCells } from "./example-cells";
import { ErrorBox } from "@/components/ui/error-box";

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

export function UploadForm({ org, maxBytes, error, place = "?" }: UploadFormProps) {
  const t = useTranslations("import-page");
  const reason = error && t(t.has(`refusals.${error}`) ? `refusals.${error}` : "refusals.other", { place });
  return (
    <>
      <FileForm
        action={`/api/imports/${org}`}
        send={t("file.act")}
        label={t("file.label")}
        hint={t("file.hint")}
        accept={ACCEPTED}
        aria-invalid={reason ? true : undefined}
      >
        {reason && (
          <Refused reason={reason} href={LED_ON.has(error) ? `/${org}/records/import/register` : null} />
        )}
      </FileForm>
      <Accepted megabytes={Math.round(maxBytes / 1024 / 1024)} />
    </>
  );
}

function Refused({ reason, href }: { reason: string; href: string | null }) {
  const [t, whole] = [useTranslations("import-page"), useTranslations("register-import")];
  return (
    <ErrorBox title={t("file.refused")}>
      <p>{reason}</p>
      {href && (
        <p>
          <Link href={href}>{whole("link")}</Link>
        </p>
      )}
      <p className="muted">{t("file.safe")}</p>
    </ErrorBox>
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
      <ExampleCells />
    </div>
  );
}
