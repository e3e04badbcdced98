"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { undoMerge } from "@/lib/features/controller-merge/actions";
import { controllerUnmergeSchema } from "@/lib/features/controller-merge/schema";

type UnmergeFormProps = { org: string; id: string; mergeId: string; intoId: string };

export function UnmergeForm({ org, id, mergeId, intoId }: UnmergeFormProps) {
  const t = useTranslations("controller.merge");
  const form = useServerForm({
    action: bindAction(undoMerge, org),
    schema: controllerUnmergeSchema,
    describeIssue: useNounIssues("controller"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="mergeId" value={mergeId} />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("undoAct")}</SubmitButton>
        <LinkButton href={`/${org}/controllers/${intoId}`}>{t("undoCancel")}</LinkButton>
      </div>
    </form>
  );
}
