"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useFlatForm } from "@/components/form/use-flat-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { Instructor } from "@/lib/domain/contract/types";
import { keepInstructor } from "@/lib/features/contract/actions";
import { instructorFieldsSchema } from "@/lib/features/contract/schema";
import { useContractIssues } from "./use-contract-words";

type InstructorFormProps = {
  org: string;
  contract: { id: string; version: number; reference: string };
  /** Left out: somebody new. */
  instructor?: Instructor;
};

const NAMES = ["name", "capacity", "email", "power", "from", "until"] as const;

/** Who may instruct, and by what power, 28(3)(a) and 29. Nobody is deleted: a power ends. */
export function InstructorForm({ org, contract, instructor }: InstructorFormProps) {
  const t = useTranslations("contract.instructors");
  const words = useTranslations("contract");
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`fields.${name}`)]));
  const form = useFlatForm({
    action: bindAction(keepInstructor, org),
    schema: instructorFieldsSchema,
    names: NAMES,
    initial: instructor ?? {},
    version: contract.version,
    labelOf: (path) => labels[path],
    say: useContractIssues(),
  });
  const back = `/${org}/contracts/${contract.id}#instructors`;
  const of = (name: (typeof NAMES)[number]) => ({ ...form.field(name), label: labels[name] });
  return (
    <FormProvider value={form}>
      <FormNotice state={form.state} errors={form.errors} restored={form.restored} />
      <FlatConflict
        form={form}
        subject={contract.reference}
        labels={labels}
        read={(_name, value) => (typeof value === "string" ? value : "")}
        besides={{ id: contract.id, instructor: instructor?.id ?? "" }}
        theirsHref={back}
      />
      <form key={`${form.key} ${form.hidden.version}`} {...form.props} hidden={form.isAside}>
        <input type="hidden" name="id" value={contract.id} />
        <input type="hidden" name="instructor" value={instructor?.id ?? ""} />
        <input type="hidden" name="version" value={form.hidden.version} />
        <input type="hidden" name="base" value={form.hidden.base} />
        <div className="pair">
          <TextInput {...of("name")} dir="auto" required />
          <TextInput {...of("capacity")} dir="auto" optional />
        </div>
        <TextInput {...of("email")} type="email" dir="ltr" optional />
        <TextInput {...of("power")} hint={t("hints.power")} dir="auto" required />
        <div className="pair">
          <TextInput {...of("from")} type="date" narrow required />
          <TextInput {...of("until")} type="date" hint={t("hints.until")} narrow optional />
        </div>
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t(instructor ? "save" : "add")}</SubmitButton>
          <LinkButton href={back}>{words("cancel")}</LinkButton>
        </div>
      </form>
    </FormProvider>
  );
}
