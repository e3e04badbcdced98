"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitFeed } from "@/lib/features/watch-feed/actions";
import { feedAddSchema } from "@/lib/features/watch-feed/schema";

const LABELLED = ["url", "name"];

export function FeedForm({ org }: { org: string }) {
  const t = useTranslations("watch-feed");
  const form = useServerForm({
    action: bindAction(submitFeed, org),
    schema: feedAddSchema,
    labelOf: (path) => (LABELLED.includes(path) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("watch-feed"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <p className="muted prose-line">{t("add.note")}</p>
      <TextInput
        {...form.field("url")}
        {...{ type: "url", dir: "ltr", autoCapitalize: "none", spellCheck: false, required: true }}
        label={t("fields.url")}
        hint={t("hints.url")}
      />
      <TextInput
        {...form.field("name")}
        label={t("fields.name")}
        hint={t("hints.name")}
        dir="auto"
        optional
      />
      <div className="form-end">
        <SubmitButton icon={Plus} pending={form.pending}>
          {t("add.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
