"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { removeLink } from "@/lib/features/sub-processor/actions";
import { chainLinkRemoveSchema } from "@/lib/features/sub-processor/schema";

type RemoveLinkFormProps = { org: string; id: string; version: number; link: string };

export function RemoveLinkForm({ org, id, version, link }: RemoveLinkFormProps) {
  const t = useTranslations("sub-processor");
  const form = useServerForm({
    action: bindAction(removeLink, org),
    schema: chainLinkRemoveSchema.pick({ reason: true }),
    initial: {},
    labelOf: () => t("chain.removeReason"),
    describeIssue: useNounIssues("sub-processor"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="link" value={link} />
      <TextArea {...form.field("reason")} label={t("chain.removeReason")} rows={2} dir="auto" required />
      <div className="form-end">
        <SubmitButton tone="irreversible" pending={form.pending}>
          {t("chain.removeAct")}
        </SubmitButton>
      </div>
    </form>
  );
}
