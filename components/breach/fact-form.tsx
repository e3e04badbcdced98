"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/text-input";
import type { FactKind } from "@/lib/domain/breach/facts";
import { saveFact } from "@/lib/features/breach/actions";
import { factFormSchema } from "@/lib/features/breach/schema";
import { FactFields } from "./fact-fields";
import { formOf, type TypedFact } from "./fact-typed";

export type FactFormProps = {
  org: string;
  breach: { id: string; version: number };
  kind: FactKind;
  controllerId: string | null;
  /** The fact that it corrects. */
  corrects: string | null;
  last: TypedFact | null;
  today: string;
  subProcessors: readonly { id: string; name: string }[];
};

/** Decided by a person with a reason, and never unknown. */
const DECIDED: readonly FactKind[] = ["severity-overruled", "delay-judged"];

/** Asks for one fact of one kind; as a correction it asks why. */
export function FactForm(props: FactFormProps) {
  const { org, breach, kind, controllerId, corrects, last, today } = props;
  const t = useTranslations("breach.form");
  const form = useServerForm({
    action: bindAction(saveFact, org),
    schema: factFormSchema,
    initial: last ? formOf(last) : {},
    labelOf: (path) => (t.has(`labels.${path}`) ? t(`labels.${path}`) : undefined),
    describeIssue: useNounIssues("breach"),
  });
  const isCorrection = corrects !== null;
  return (
    <form key={form.key} {...form.props}>
      <input type="hidden" name="id" value={breach.id} />
      <input type="hidden" name="version" value={breach.version} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="controllerId" value={controllerId ?? ""} />
      <input type="hidden" name="correctsId" value={corrects ?? ""} />
      <Line>
        <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
        <FactFields form={form} kind={kind} today={today} subProcessors={props.subProcessors} />
        {!DECIDED.includes(kind) && kind !== "severity-input" && kind !== "note" && (
          <Checkbox
            name="isUnknown"
            label={t("labels.isUnknown")}
            defaultChecked={Boolean(form.valueOf("isUnknown"))}
          />
        )}
        {isCorrection && (
          <Checkbox
            name="isWithdrawn"
            label={t("labels.isWithdrawn")}
            hint={t("withdrawnHint")}
            defaultChecked={Boolean(form.valueOf("isWithdrawn"))}
          />
        )}
        {(isCorrection || DECIDED.includes(kind)) && (
          <TextArea {...form.field("reason")} rows={2} label={t("labels.reason")} dir="auto" required />
        )}
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t(isCorrection ? "correct" : "save")}</SubmitButton>
          <LinkButton href={`/${org}/breaches/${breach.id}`}>{t("cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}
