"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import { closeRun } from "@/lib/features/contract-end/actions";
import { endCloseSchema } from "@/lib/features/contract-end/schema";
import { formatDay } from "@/lib/i18n/format";
import type { LoadedEnd } from "./loaded-end";
import { useEndIssues, useLineName } from "./use-end-words";

type CloseFormProps = {
  org: string;
  of: Pick<LoadedEnd, "run" | "contract" | "lines" | "today">;
};

/** A refused closing links each blocking line. */
export function CloseForm({ org, of: { run, contract, lines, today } }: CloseFormProps) {
  const t = useTranslations("contract-end");
  const locale = useLocale();
  const nameOf = useLineName();
  const form = useServerForm({
    action: bindAction(closeRun, org),
    schema: endCloseSchema.omit({ id: true, version: true }),
    initial: { on: today },
    labelOf: (path) => {
      const line = lines.find(({ id }) => path === `lines.${id}`);
      if (line) return nameOf(line);
      return path === "on" ? t("close.on") : undefined;
    },
    describeIssue: useEndIssues(),
  });
  const isStopped = form.errors.some(({ field }) => field === "" || field.startsWith("lines."));
  return (
    <form key={form.key} {...form.props}>
      {isStopped ? (
        <ErrorSummary errors={form.errors} title={t("close.refused")} />
      ) : (
        <FormNotice {...form.notice} />
      )}
      {form.state.status === "conflict" && (
        <p className="reason mt-3" role="alert">
          {t("close.changedMeanwhile")}
        </p>
      )}
      <input type="hidden" name="id" value={run.id} />
      <input type="hidden" name="version" value={run.version} />
      {contract.endedOn ? (
        <p className="mt-3">{t("close.ended", { day: formatDay(contract.endedOn, locale) })}</p>
      ) : (
        <TextInput {...form.field("on")} type="date" max={today} narrow label={t("close.on")} />
      )}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("close.act")}</SubmitButton>
      </div>
    </form>
  );
}
