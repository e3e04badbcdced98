"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { ListInput, TextInput } from "@/components/ui/text-input";
import { addRecord } from "@/lib/features/processing-record/actions";
import { recordCreateSchema } from "@/lib/features/processing-record/schema";
import { TemplateNotice, type TemplateStart } from "./template-notice";

type NewRecordFormProps = {
  org: string;
  controllers: readonly { id: string; legalName: string }[];
  /** Preselected from a controller's page. */
  controllerId: string;
  template: TemplateStart | null;
};

/** Requires a controller and a category alone: other missing data are gaps. */
export function NewRecordForm({ org, controllers, controllerId, template }: NewRecordFormProps) {
  const t = useTranslations("record");
  const form = useServerForm({
    action: bindAction(addRecord, org),
    schema: recordCreateSchema,
    initial: { controllerId, activity: template?.title, operations: template?.operations },
    labelOf: (path) => t(path === "controllerId" ? "fields.controller" : `fields.${path.split(".")[0]}`),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      {template && <TemplateNotice org={org} template={template} />}
      <ControllerSelect
        {...form.field("controllerId")}
        label={t("fields.controller")}
        blank={t("form.chooseController")}
        options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        hint={
          <>
            {t("newRecord.other")}{" "}
            <Link href={`/${org}/controllers/new`} prefetch={false}>
              {t("newRecord.otherLink")}
            </Link>
          </>
        }
      />
      <TextInput {...form.field("activity")} label={t("fields.activity")} hint={t("form.hints.activity")} />
      <ListInput
        {...form.field("operations")}
        label={t("fields.operations")}
        hint={t("form.hints.operations")}
        optional
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("newRecord.save")}</SubmitButton>
        <Link className="btn" href={`/${org}/records`} prefetch={false}>
          {t("forbidden.toList")}
        </Link>
      </div>
    </form>
  );
}
