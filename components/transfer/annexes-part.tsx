import { FileText, FileType } from "lucide-react";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import { ANNEX_LANGUAGES } from "@/lib/features/transfer-annexes/schema";
import type { loadAnnexes } from "@/lib/features/transfer-annexes/loaders";

type AnnexesPartProps = {
  org: string;
  id: string;
  loaded: Awaited<ReturnType<typeof loadAnnexes>>;
  /** True after a failed export. */
  hasFailed: boolean;
};

/** Annexes I to III from the register, with what it does not know. */
export function AnnexesPart({ org, id, loaded, hasFailed }: AnnexesPartProps) {
  const t = useTranslations("transfer-annexes");
  const { hasClauses, records, open, mayTake } = loaded;
  return (
    <Part id="annexes" title={t("page.title")} article={t("page.article")} note={t("page.note")}>
      {hasFailed && (
        <p className="reason mt-3" role="alert">
          {t("page.failed")}
        </p>
      )}
      {!hasClauses && <p className="muted mt-3">{t("page.noClauses")}</p>}
      {hasClauses && (
        <>
          <p className="prose-line mt-3">{t("page.from", { count: records })}</p>
          {open.length === 0 ? (
            <Status kind="ok">{t("page.whole")}</Status>
          ) : (
            <>
              <Status kind="warn">{t("draft", { count: open.length })}</Status>
              <ul className="muted">
                {open.map(({ annex, item }) => (
                  <li key={`${annex} ${item}`}>{t("openLine", { annex, item: t(`open.${item}`) })}</li>
                ))}
              </ul>
            </>
          )}
          {mayTake && <DownloadForm org={org} id={id} />}
        </>
      )}
    </Part>
  );
}

/** Posts a plain form, so that the download needs no JavaScript. */
function DownloadForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("transfer-annexes.page");
  return ANNEX_LANGUAGES.map((language) => (
    <form
      key={language}
      method="post"
      action={`/api/transfer-annexes/${org}`}
      className="mt-3 flex flex-wrap items-center gap-2 print:hidden"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="language" value={language} />
      <Button type="submit" name="format" value="pdf" icon={FileText}>
        {t("pdf")} <span lang={language}>{t(`languages.${language}`)}</span>
      </Button>
      <Button type="submit" name="format" value="docx" icon={FileType}>
        {t("docx")} <span lang={language}>{t(`languages.${language}`)}</span>
      </Button>
    </form>
  ));
}
