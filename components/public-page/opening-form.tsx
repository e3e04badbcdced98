"use client";

import { DoorClosed, DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitClosing, submitOpening } from "@/lib/features/public-page/actions";
import { closeSchema, openSchema } from "@/lib/features/public-page/schema";

type FormProps = { org: string; version: number };

/** Leads to the preview first: what is opened is what was seen there. */
export function OpenPublicPage({ org, version }: FormProps) {
  const t = useTranslations("public-page.open");
  const form = useServerForm({
    action: bindAction(submitOpening, org),
    schema: openSchema,
    describeIssue: useNounIssues("public-page"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="version" value={version} />
      <div className="form-end">
        <SubmitButton icon={DoorOpen} pending={form.pending}>
          {t("act")}
        </SubmitButton>
        <LinkButton href={`/${org}/public-page/preview`}>{t("preview")}</LinkButton>
      </div>
    </form>
  );
}

export function ClosePublicPage({ org, version }: FormProps) {
  const t = useTranslations("public-page.close");
  const form = useServerForm({
    action: bindAction(submitClosing, org),
    schema: closeSchema,
    labelOf: (path) => (path === "reason" ? t("reason") : undefined),
    describeIssue: useNounIssues("public-page"),
  });
  return (
    <form key={form.key} {...form.props} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="version" value={version} />
      <TextArea {...form.field("reason")} label={t("reason")} rows={2} dir="auto" required />
      <div className="form-end">
        <SubmitButton icon={DoorClosed} pending={form.pending}>
          {t("act")}
        </SubmitButton>
      </div>
    </form>
  );
}
