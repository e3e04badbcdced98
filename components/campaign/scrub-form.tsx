"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { addScrub } from "@/lib/features/campaign/actions";
import { campaignScrubSchema } from "@/lib/features/campaign/schema";

export function ScrubForm({ org, id, today }: { org: string; id: string; today: string }) {
  const t = useTranslations("campaign");
  const form = useServerForm({
    action: bindAction(addScrub, org),
    schema: campaignScrubSchema.omit({ id: true }),
    initial: {},
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("campaign"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <div className="pair">
        <TextInput
          {...form.field("scrubbedOn")}
          type="date"
          max={today}
          label={t("fields.scrubbedOn")}
          required
        />
        <TextInput
          {...form.field("fileCount")}
          type="number"
          min={1}
          label={t("fields.fileCount")}
          required
        />
      </div>
      <TextInput
        {...form.field("certificate")}
        label={t("fields.certificate")}
        hint={t("hints.certificate")}
        dir="auto"
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("scrub.save")}</SubmitButton>
        <LinkButton href={`/${org}/telephone/campaigns/${id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
