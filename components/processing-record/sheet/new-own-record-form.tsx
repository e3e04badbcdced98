"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { ListInput, TextInput } from "@/components/ui/text-input";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { addOwnRecord } from "@/lib/features/processing-record/actions";
import { ownRecordCreateSchema } from "@/lib/features/processing-record/schema";

/** Requires one activity alone: other missing data are gaps. */
export function NewOwnRecordForm({ org }: { org: string }) {
  const t = useTranslations("record");
  const form = useServerForm({
    action: bindAction(addOwnRecord, org),
    schema: ownRecordCreateSchema,
    initial: {},
    labelOf: (path) => t(path.startsWith("purposes") ? "own.fields.purposes" : "own.fields.activity"),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <TextInput
        {...form.field("activity")}
        label={t("own.fields.activity")}
        hint={t("own.hints.activity")}
      />
      <ListInput
        {...form.field("purposes")}
        label={t("own.fields.purposes")}
        hint={t("own.hints.purposes")}
        optional
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("newRecord.save")}</SubmitButton>
        <Link className="btn" href={registerHref(org, "controller")} prefetch={false}>
          {t("forbidden.toList")}
        </Link>
      </div>
    </form>
  );
}
