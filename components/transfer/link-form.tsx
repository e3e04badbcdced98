"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import { changeLink } from "@/lib/features/transfer/actions";
import type { loadTransferLink } from "@/lib/features/transfer/loaders";
import { transferLinkSchema } from "@/lib/features/transfer/schema";

type Loaded = Awaited<ReturnType<typeof loadTransferLink>>;
type LinkFormProps = Pick<Loaded, "transfer" | "subProcessors"> & { org: string };

export function LinkForm({ org, transfer, subProcessors }: LinkFormProps) {
  const t = useTranslations("transfer");
  const { id, version, subProcessorId } = transfer;
  const form = useServerForm({
    action: bindAction(changeLink, org),
    schema: transferLinkSchema.pick({ subProcessorId: true }),
    initial: { subProcessorId: subProcessorId ?? "" },
    labelOf: () => t("fields.subProcessorId"),
    describeIssue: useNounIssues("transfer"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Select
        {...form.field("subProcessorId")}
        label={t("fields.subProcessorId")}
        hint={t("new.subProcessorHint")}
        options={subProcessors.map((row) => ({ value: row.id, label: `${row.reference} · ${row.name}` }))}
        blank={t("link.none")}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
        <LinkButton href={`/${org}/transfers/${id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
