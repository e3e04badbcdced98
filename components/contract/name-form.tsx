"use client";

import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { TextInput, type Option } from "@/components/ui/text-input";
import { addContract, nameContract } from "@/lib/features/contract/actions";
import { contractCreateSchema, contractNameSchema } from "@/lib/features/contract/schema";

type NameFormProps = {
  org: string;
  /** Absent for a new one, made with one of `controllers`. */
  contract?: { id: string; version: number; reference: string; title: string };
  controllers?: readonly Option[];
  controllerId?: string;
};

export function NameForm({ org, contract, controllers, controllerId }: NameFormProps) {
  const t = useTranslations("contract");
  const labels = { reference: t("fields.reference"), title: t("fields.title") };
  const form = useFlatForm({
    action: bindAction(contract ? nameContract : addContract, org),
    schema: contract ? contractNameSchema : contractCreateSchema,
    names: contract ? Object.keys(labels) : [...Object.keys(labels), "controllerId"],
    initial: contract ?? { controllerId },
    version: contract?.version,
    labelOf: (path) => ({ ...labels, controllerId: t("fields.controllerId") })[path],
    describeIssue: useNounIssues("contract"),
  });
  const back = `/${org}/contracts${contract ? `/${contract.id}` : ""}`;
  return (
    <FlatForm
      form={form}
      subject={contract?.reference ?? ""}
      labels={labels}
      read={(_name, value) => (typeof value === "string" ? value : "")}
      saved={contract ? { id: contract.id } : null}
      back={back}
      act={t(contract ? "save" : "new.save")}
      cancel={t("cancel")}
    >
      {controllers && (
        <ControllerSelect
          {...form.field("controllerId")}
          label={t("fields.controllerId")}
          options={controllers}
          blank={t("new.choose")}
        />
      )}
      <TextInput
        {...form.field("reference")}
        label={labels.reference}
        hint={t("hints.reference")}
        dir="auto"
        narrow
        required
      />
      <TextInput {...form.field("title")} label={labels.title} hint={t("hints.title")} dir="auto" optional />
    </FlatForm>
  );
}
