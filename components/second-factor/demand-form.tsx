"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { saveDemand } from "@/lib/features/second-factor/actions";
import { demandSchema } from "@/lib/features/second-factor/schema";
import { useFactorIssues } from "./use-factor-issues";

type DemandFormProps = { org: string; isDemanded: boolean; without: number };

const typedSchema = demandSchema.omit({ isDemanded: true });

/** States the consequences before the act. */
export function DemandForm({ org, isDemanded, without }: DemandFormProps) {
  const t = useTranslations("security.demand");
  const form = useServerForm({
    action: bindAction(saveDemand, org),
    schema: typedSchema,
    describeIssue: useFactorIssues(),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="isDemanded" value={String(!isDemanded)} />
      <p className="prose-line mt-3">{isDemanded ? t("ifLifted") : t("ifDemanded", { count: without })}</p>
      <div className="form-end">
        <SubmitButton tone={isDemanded ? undefined : "go"} pending={form.pending}>
          {t(isDemanded ? "lift" : "act")}
        </SubmitButton>
      </div>
    </form>
  );
}
