"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { ADDED_KINDS } from "@/lib/domain/contract-end/types";
import { listLine } from "@/lib/features/contract-end/actions";
import { lineAddSchema } from "@/lib/features/contract-end/schema";
import { useEndIssues } from "./use-end-words";

export function AddForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("contract-end");
  const form = useServerForm({
    action: bindAction(listLine, org),
    schema: lineAddSchema.omit({ id: true }),
    labelOf: (path) => ({ kind: t("run.addKind"), title: t("run.addTitle") })[path],
    describeIssue: useEndIssues(),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <Select
        {...form.field("kind")}
        label={t("run.addKind")}
        blank={t("run.chooseKind")}
        options={ADDED_KINDS.map((value) => ({ value, label: t(`run.addKinds.${value}`) }))}
        required
      />
      <TextInput {...form.field("title")} label={t("run.addTitle")} dir="auto" required />
      <div className="form-end">
        <SubmitButton tone={undefined} pending={form.pending}>
          {t("run.addAct")}
        </SubmitButton>
      </div>
    </form>
  );
}
