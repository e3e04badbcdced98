import { Download, FileCode2 } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Line, Part } from "@/components/shell/sheet";
import { DownloadButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import type { loadDossier } from "@/lib/features/dossier/loaders";
import { formatDay, formatInstant, formatList, formatNumber, joinParts } from "@/lib/i18n/format";
import { LOCALE_NAMES } from "@/lib/i18n/locale";
import { groupFingerprint } from "@/lib/i18n/fingerprint";
import { CancelDossier, RetryDossier } from "./dossier-acts";
import { DossierStatus, isOpen } from "./dossier-status";
import { Refreshing } from "@/components/ui/refreshing";

type Loaded = Awaited<ReturnType<typeof loadDossier>>;
type PartProps = { org: string; dossier: Loaded };

export function DossierSheet({ org, dossier }: PartProps) {
  return (
    <>
      <Progress org={org} dossier={dossier} />
      {dossier.state === "made" && <Archive org={org} dossier={dossier} />}
      <Asked dossier={dossier} />
      {dossier.state === "made" && <Verification org={org} fingerprint={dossier.fingerprint} />}
    </>
  );
}

function Progress({ org, dossier }: PartProps) {
  const t = useTranslations("dossier");
  const { id, state, failure } = dossier;
  const why = t.has(`failures.${failure}`) ? failure : "unknown";
  return (
    <Line>
      <p aria-live="polite" className="pb-3">
        <DossierStatus dossier={dossier} />
      </p>
      {state === "failed" && (
        <p role="alert" className="prose-line pb-3">
          {t("failedSafe")} {t(`failures.${why}`)}
        </p>
      )}
      {state === "expired" && <p className="prose-line pb-3">{t("expiredText")}</p>}
      {isOpen(dossier) && (
        <>
          <Refreshing />
          <noscript>
            <p className="pb-3">
              <Link href={`/${org}/dossiers/${id}`}>{t("refresh")}</Link>
            </p>
          </noscript>
          <CancelDossier org={org} id={id} />
        </>
      )}
      {(state === "failed" || state === "cancelled") && <RetryDossier org={org} id={id} />}
    </Line>
  );
}

function Archive({ org, dossier }: PartProps) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const { id, size, sha256, manifest, expiresAt, downloads } = dossier;
  const last = expiresAt === null ? "" : formatInstant(expiresAt - 1, "Africa/Casablanca", locale);
  return (
    <Part title={t("detail.file")}>
      <p className="py-3 print:hidden">
        {/* Without `download`: the answer may be the page that asks for a proof, and the file says its own name. */}
        <DownloadButton tone="go" icon={Download} href={`/api/dossiers/${org}/${id}`}>
          {t("download")}
        </DownloadButton>
      </p>
      <dl>
        <RecordField label={t("detail.size")}>{formatSize(size, locale)}</RecordField>
        <RecordField label={t("detail.expires")}>{last}</RecordField>
        <RecordField label={t("downloads")}>
          {downloads === 0 ? t("noDownload") : formatNumber(downloads, locale)}
        </RecordField>
        <RecordField label={t("detail.sha256")}>
          <span className="hash break-all">{sha256}</span>
        </RecordField>
        <RecordField label={t("detail.manifest")}>
          <span className="hash break-all">{manifest}</span>
        </RecordField>
      </dl>
    </Part>
  );
}

function Asked({ dossier }: { dossier: Loaded }) {
  const t = useTranslations("dossier");
  const sections = useTranslations("dossier-file.sections");
  const locale = useLocale();
  const { controllers, sections: chosen, requestedAt, requestedBy, language, asOf } = dossier;
  return (
    <Part title={t("detail.about")}>
      <dl>
        <RecordField label={t("fields.audience")}>{t(`audiences.${dossier.audience}`)}</RecordField>
        <RecordField label={t("detail.controllers")}>
          {controllers.length === 0 ? t("allControllers") : <bdi>{formatList(controllers, locale)}</bdi>}
        </RecordField>
        <RecordField label={t("fields.on")}>{formatDay(asOf, locale, { long: true })}</RecordField>
        <RecordField label={t("detail.sections")}>
          {formatList(
            chosen.map((one) => sections(one)),
            locale,
          )}
        </RecordField>
        <RecordField label={t("detail.language")}>{LOCALE_NAMES[language]}</RecordField>
        <RecordField label={t("detail.requestedBy")}>
          {joinParts([requestedBy, formatInstant(requestedAt, "Africa/Casablanca", locale)], locale)}
        </RecordField>
      </dl>
    </Part>
  );
}

function Verification({ org, fingerprint }: { org: string; fingerprint: string }) {
  const t = useTranslations("dossier");
  return (
    <>
      <Part title={t("fingerprint.title")}>
        <p className="prose-line">{t("fingerprint.text")}</p>
        <p className="py-3">
          <span className="hash break-words" dir="ltr">
            {groupFingerprint(fingerprint)}
          </span>
        </p>
      </Part>
      <Part title={t("verify.title")}>
        <p className="prose-line">{t("verify.node")}</p>
        <p className="py-2">
          <code className="hash break-all" dir="ltr">
            node verify.mjs --key {fingerprint}
          </code>
        </p>
        <p className="prose-line">{t("verify.openssl")}</p>
        <p className="py-3 print:hidden">
          <DownloadButton icon={FileCode2} href={`/api/verifier/${org}`} download="verify.mjs">
            {t("verify.script")}
          </DownloadButton>
        </p>
      </Part>
    </>
  );
}

/** In kilobytes or megabytes of a thousand, as file managers count. */
function formatSize(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const value = Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000));
  const options = {
    style: "unit",
    unit,
    maximumFractionDigits: isLarge ? 1 : 0,
    numberingSystem: "latn",
  } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
