"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { setControllerAside } from "@/lib/features/controller/actions";
import { controllerArchiveSchema } from "@/lib/features/controller/schema";

type ArchiveFormProps = { org: string; id: string; version: number };

const typedSchema = controllerArchiveSchema.pick({ reason: true });

/** Nothing is put away without a reason: the journal keeps it. */
export function ArchiveForm({ org, id, version }: ArchiveFormProps) {
  const t = useTranslations("controller");
  const form = useServerForm({
    action: bindAction(setControllerAside, org),
    schema: typedSchema,
    labelOf: (path) => (path === "reason" ? t("archive.reason") : undefined),
    say: useNounIssues("controller"),
  });
  const { state, pending, errors } = form;
  return (
    <form key={form.key} {...form.props}>
      <FormNotice state={state} errors={errors} restored={form.restored} />
      {state.status === "conflict" && <p className="reason mt-3">{t("changedMeanwhile")}</p>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        {...form.field("reason")}
        label={t("archive.reason")}
        hint={t("archive.reasonHint")}
        required
      />
      <div className="form-end">
        <SubmitButton pending={pending}>{t("archive.act")}</SubmitButton>
        <LinkButton href={`/${org}/controllers/${id}`}>{t("edit.cancel")}</LinkButton>
      </div>
    </form>
  );
}
