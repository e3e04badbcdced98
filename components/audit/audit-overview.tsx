import { Download } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { DownloadButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { Refreshing } from "@/components/ui/refreshing";
import type { loadAuditOverview } from "@/lib/features/audit/loaders";
import { termDays } from "@/lib/domain/grant/term";
import { formatDay, formatInstant, formatList } from "@/lib/i18n/format";
import { AskForm } from "./ask-form";

type Loaded = Awaited<ReturnType<typeof loadAuditOverview>>;

export function AuditOverview({ audit }: { audit: Loaded }) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const when = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  const term = termDays(audit);
  const names = audit.controllers.map(({ legalName }) => legalName);
  return (
    <>
      <PortalHead note={t("asOf", { day: formatDay(audit.asOf, locale) })} title={t("about.title")} />
      <dl>
        <RecordField label={t("about.organisation")}>
          <bdi>{audit.organisation}</bdi>
        </RecordField>
        <RecordField label={t("about.auditor")}>
          <bdi>{audit.name}</bdi>
        </RecordField>
        <RecordField label={t("about.mandate")}>
          <bdi>{audit.mandate}</bdi>
        </RecordField>
        <RecordField label={t("about.controllers")}>
          {audit.isOfAll ? t("allControllers") : formatList(names, locale)}
        </RecordField>
        <RecordField label={t("about.asOf")}>{formatDay(audit.asOf, locale)}</RecordField>
        <RecordField label={t("about.term")}>
          {t("about.from", { from: formatDay(term.first, locale), until: formatDay(term.last, locale) })}
        </RecordField>
        <RecordField label={t("about.given")}>
          <bdi>{audit.grantedBy}</bdi>
        </RecordField>
        {audit.collectedAt !== null && (
          <RecordField label={t("about.collected")}>{when(audit.collectedAt)}</RecordField>
        )}
      </dl>
      <Parts audit={audit} />
      <Dossiers audit={audit} />
    </>
  );
}

function Parts({ audit: { id, parts } }: { audit: Loaded }) {
  const t = useTranslations("audit.sections");
  const names = useTranslations("dossier-file.sections");
  return (
    <PortalPart title={t("title")}>
      <ul className="portal-list" aria-label={t("title")}>
        {parts.map(({ section, rowCount }) => (
          <li key={section}>
            <Link href={`/audit/${id}/${section}`} prefetch={false}>
              <span className="title">{names(section)}</span>
              <span className="about">{t("rows", { count: rowCount })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </PortalPart>
  );
}

function Dossiers({ audit }: { audit: Loaded }) {
  const t = useTranslations("audit.dossiers");
  const states = useTranslations("dossier.states");
  const locale = useLocale();
  const { id, dossiers, controllers, isOfAll, language } = audit;
  const isOpen = dossiers.some(({ state }) => state === "queued" || state === "running");
  return (
    <PortalPart title={t("title")}>
      <p className="prose-line pt-3">{t("lead")}</p>
      <p className="muted pb-3">{t("fingerprint")}</p>
      {isOpen && <Refreshing />}
      {dossiers.length === 0 && <p className="muted">{t("none")}</p>}
      {dossiers.length > 0 && (
        <ul className="portal-list" aria-label={t("title")}>
          {dossiers.map((dossier) => (
            <li key={dossier.id}>
              <p className="audit-acts">
                <span>
                  {formatInstant(dossier.requestedAt, "Africa/Casablanca", locale)} · {states(dossier.state)}
                </span>
                {dossier.state === "made" && (
                  <DownloadButton
                    icon={Download}
                    href={`/api/audits/${id}/dossiers/${dossier.id}`}
                    download={dossier.fileName}
                  >
                    {t("download")}
                  </DownloadButton>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <noscript>
          <p>
            <Link href={`/audit/${id}`}>{t("refresh")}</Link>
          </p>
        </noscript>
      )}
      <AskForm id={id} controllers={controllers} isOfAll={isOfAll} language={language} />
    </PortalPart>
  );
}
