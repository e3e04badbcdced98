import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DownloadButton, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { ImportClosed } from "@/lib/features/import/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { CheckTally } from "./check-tally";

type Run = ImportClosed["run"];

export function Committed({ org, run, register }: { org: string; run: Run; register: Capacity }) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const tally = { new: 0, changed: 0, unchanged: 0, "set-aside": 0, ...run.tally };
  const { marked = 0, ended = 0 } = run.tally;
  const stored = tally.new + tally.changed + marked + ended;
  const when = run.committedAt === null ? "" : formatInstant(run.committedAt, "Africa/Casablanca", locale);
  return (
    <>
      <h2 className="mt-5">{t("done.title")}</h2>
      <p className="muted">{t("done.text", { when })}</p>
      <CheckTally tally={tally} absent={{ total: marked + ended, marked, ended }} stored={stored} />
      {stored === 0 && <p className="mt-3">{t("done.nothing")}</p>}
      <div className="bar">
        <LinkButton tone="go" href={`${registerHref(org, register)}?view=gaps`}>
          {t("done.gaps")}
        </LinkButton>
        <LinkButton href={registerHref(org, register)}>{t("done.register")}</LinkButton>
        <Rejects org={org} id={run.id} count={tally["set-aside"]} />
        <LinkButton tone="bare" href={`/${org}/records/import`}>
          {t("acts.another")}
        </LinkButton>
      </div>
    </>
  );
}

export function Abandoned({ org }: { org: string }) {
  const t = useTranslations("import-page");
  return (
    <Empty
      title={t("done.abandonedTitle")}
      actions={<LinkButton href={`/${org}/records/import`}>{t("acts.another")}</LinkButton>}
    >
      {t("done.abandonedText")}
    </Empty>
  );
}

function Rejects({ org, id, count }: { org: string; id: string; count: number }) {
  const t = useTranslations("import-page");
  if (count === 0) return null;
  return (
    <DownloadButton icon={Download} href={`/api/imports/${org}/${id}/rejects`}>
      {t("acts.rejects", { count })}
    </DownloadButton>
  );
}
