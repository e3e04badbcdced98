"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { submitAbandonment } from "@/lib/features/import/actions";
import type { ImportPlanning } from "@/lib/features/import/loaders";
import { RunFields, type OpenRun } from "./check-acts";
import { ImportNotice } from "./import-notice";
import { useImportForm } from "./use-import-form";
import { useRefresh } from "./use-refresh";

const EVERY_SECONDS_WITHOUT_SCRIPT = 3;

type PlanningProps = { org: string; run: OpenRun } & Pick<ImportPlanning, "isRefused">;

/** Suggests a smaller file where the comparison exceeds its limit. */
export function Planning({ org, run, isRefused }: PlanningProps) {
  const t = useTranslations("import-page");
  const { state, pending, props } = useImportForm(bindAction(submitAbandonment, org));
  return (
    <Line>
      {!isRefused && <Wait />}
      <ImportNotice state={state} />
      <h2 className="mt-5">{t(isRefused ? "planning.refused" : "planning.title")}</h2>
      <p className="muted prose-line mt-2" role="status">
        {t(isRefused ? "planning.refusedText" : "planning.text")}
      </p>
      {!isRefused && (
        <progress className="mt-2 w-full max-w-md accent-accent" aria-label={t("planning.title")} />
      )}
      <form {...props} className="bar">
        <RunFields run={run} />
        <SubmitButton tone="irreversible" pending={pending}>
          {t("acts.abandon")}
        </SubmitButton>
      </form>
    </Line>
  );
}

function Wait() {
  useRefresh();
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(EVERY_SECONDS_WITHOUT_SCRIPT)} />
    </noscript>
  );
}
