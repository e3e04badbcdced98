import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { DownloadButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import { formatInstant } from "@/lib/i18n/format";
import type { LoadedEnd } from "./loaded-end";

type CertificatesProps = { org: string; loaded: LoadedEnd };

/** Shows the whole hash; marks certificates of a revoked closing. */
export function Certificates({ org, loaded: { certificates, run } }: CertificatesProps) {
  const t = useTranslations("contract-end");
  const locale = useLocale();
  if (certificates.length === 0) return null;
  return (
    <Part id="certificate" title={t("issued.title")} article={t("article")}>
      <dl>
        {certificates.map(({ number, documentId, digest, issuedAt, endedRecords }, index) => (
          <RecordField key={number} label={<bdi>{number}</bdi>}>
            {(index > 0 || run.state !== "closed") && (
              <p>
                <Status kind="late">{t("issued.revoked")}</Status>
              </p>
            )}
            <DownloadButton icon={Download} href={`/api/files/${org}/${documentId}`}>
              {t("issued.download", { number })}
            </DownloadButton>
            <p className="muted">
              {t("issued.when", { when: formatInstant(issuedAt, "Africa/Casablanca", locale) })} ·{" "}
              {t("issued.ended", { count: endedRecords })}
            </p>
            <p className="muted">
              {t("issued.digest")} <span className="hash break-all">{digest}</span>
            </p>
          </RecordField>
        ))}
      </dl>
    </Part>
  );
}
