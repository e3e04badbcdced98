import Link from "next/link";
import { useTranslations } from "next-intl";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { ErrorBox } from "@/components/ui/error-box";
import { listedCells } from "./named-cell";
import { DownloadForm } from "./download-form";
import type { loadAuditSection } from "@/lib/features/audit/loaders";

type Loaded = Awaited<ReturnType<typeof loadAuditSection>>;

export function AuditTable({ audit, day }: { audit: Loaded; day: string }) {
  const t = useTranslations("audit");
  const names = useTranslations("dossier-file.sections");
  const { id, section, columns, rows, rowCount, withheld, disputed, from, next, language, isFailed } = audit;
  const home = `/audit/${id}/${section}`;
  return (
    <>
      <PortalHead
        note={t("asOf", { day })}
        title={names(section)}
        lead={t("sections.rows", { count: rowCount })}
      />
      {withheld > 0 && (
        <p className="muted pt-3">
          {t(section === "journal" ? "undisclosed" : "withheld", { count: withheld })}
        </p>
      )}
      {disputed.length > 0 && (
        <ErrorBox title={t("disputed.title", { count: disputed.length })}>
          <p>{t("disputed.text")}</p>
          <ul lang={language}>
            {disputed.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </ErrorBox>
      )}
      {isFailed && (
        <p role="alert" className="pt-3">
          {t("take.failed")}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="muted pt-4">{t("empty")}</p>
      ) : (
        <ul className="portal-list" aria-label={names(section)} lang={language}>
          {rows.map(({ seq, cells }) => {
            const { reference, title, about } = listedCells(audit.listed, cells, columns);
            return (
              <li key={seq}>
                <Link href={`${home}/${seq}`} prefetch={false}>
                  {reference && (
                    <span className="ref">
                      <bdi>{reference}</bdi>
                    </span>
                  )}
                  <span className="title">
                    <bdi>{title}</bdi>
                  </span>
                  <span className="about">
                    <bdi>{about.join(" · ")}</bdi>
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {(next !== null || from > 0) && (
        <p className="audit-acts print:hidden">
          {from > 0 && <Link href={home}>{t("previous")}</Link>}
          {next !== null && <Link href={`${home}?from=${next}`}>{t("next")}</Link>}
        </p>
      )}
      <div className="print:hidden">
        <PortalPart title={t("take.title")}>
          <DownloadForm id={id} section={section} volumes={audit.volumes} />
        </PortalPart>
      </div>
    </>
  );
}
