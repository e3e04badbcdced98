"use client";

import { useTranslations } from "next-intl";
import { Fragment, useEffect, type ReactNode } from "react";
import { bindAction } from "@/components/form/bind-action";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { saveDecisions } from "@/lib/features/import/actions";
import { RunFields, type OpenRun } from "./check-acts";
import { useCheckState } from "./check-state";
import { ImportNotice } from "./import-notice";
import { RefusedFields } from "./refused-fields";
import { useImportForm } from "./use-import-form";

type DecisionFormProps = { org: string; run: OpenRun; children: ReactNode };

/** Stores joins, exclusions and refused ends, and computes the plan again. */
export function DecisionForm({ org, run, children }: DecisionFormProps) {
  const t = useTranslations("import-page");
  const { state, pending, props } = useImportForm(bindAction(saveDecisions, org));
  const { setDirty } = useCheckState();
  useEffect(() => setDirty(false), [run.version, setDirty]);
  return (
    <form {...props} onChange={() => setDirty(true)}>
      <RunFields run={run} />
      <Line>
        <ImportNotice state={state} done={t("acts.decided")} />
      </Line>
      {/* Makes the stored decisions the initial values. */}
      <RefusedFields state={state}>
        <Fragment key={run.version}>{children}</Fragment>
      </RefusedFields>
      <Line>
        <div className="form-end">
          <SubmitButton tone={undefined} pending={pending}>
            {t("acts.decide")}
          </SubmitButton>
          <span className="muted small">{t("rows.kept")}</span>
        </div>
      </Line>
    </form>
  );
}
