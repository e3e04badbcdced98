"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { DownloadButton, LinkButton, SubmitButton } from "@/components/ui/button";
import { submitAbandonment, commit } from "@/lib/features/import/actions";
import { useCheckState } from "./check-state";
import { ImportNotice } from "./import-notice";
import { useImportForm } from "./use-import-form";

export type OpenRun = { id: string; version: number };

type CheckActsProps = {
  org: string;
  run: OpenRun;
  /** Fingerprint of the displayed plan: only that plan is written. */
  plan: string;
  coming: number;
  setAside: number;
  /** False for the CNIL's workbook, whose columns are fixed. */
  hasColumns: boolean;
};

export function CheckActs({ org, run, plan, coming, setAside, hasColumns }: CheckActsProps) {
  const t = useTranslations("import-page");
  const save = useImportForm(bindAction(commit, org));
  const drop = useImportForm(bindAction(submitAbandonment, org));
  const { isDirty } = useCheckState();
  return (
    <>
      <ImportNotice state={save.state} />
      <ImportNotice state={drop.state} />
      <div className="bar">
        {coming > 0 && (
          <form {...save.props}>
            <RunFields run={run} />
            <input type="hidden" name="plan" value={plan} />
            <SubmitButton pending={save.pending} disabled={isDirty}>
              {t("acts.commit", { count: coming })}
            </SubmitButton>
          </form>
        )}
        {setAside > 0 && hasColumns && (
          <DownloadButton icon={Download} href={`/api/imports/${org}/${run.id}/rejects`}>
            {t("acts.rejects", { count: setAside })}
          </DownloadButton>
        )}
        {hasColumns && (
          <LinkButton tone="bare" href={`/${org}/records/import/${run.id}?step=columns`}>
            {t("acts.columns")}
          </LinkButton>
        )}
        <form {...drop.props}>
          <RunFields run={run} />
          <SubmitButton tone="irreversible" pending={drop.pending}>
            {t("acts.abandon")}
          </SubmitButton>
        </form>
      </div>
      {coming > 0 && (
        <p className="muted small mt-2" role="status">
          {t(isDirty ? "acts.decideFirst" : "acts.commitText")}
        </p>
      )}
    </>
  );
}

export function RunFields({ run }: { run: OpenRun }) {
  return (
    <>
      <input type="hidden" name="id" value={run.id} />
      <input type="hidden" name="version" value={run.version} />
    </>
  );
}
