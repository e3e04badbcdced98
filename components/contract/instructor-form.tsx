"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { TextInput } from "@/components/ui/text-input";
import type { Instructor } from "@/lib/domain/contract/types";
import { submitInstructor } from "@/lib/features/contract/actions";
import { instructorFieldsSchema } from "@/lib/features/contract/schema";

type InstructorFormProps = {
  org: string;
  contract: { id: string; version: number; reference: string };
  /** Absent for a new one. */
  instructor?: Instructor;
};

const NAMES = ["name", "capacity", "email", "power", "from", "until"] as const;

/** Persons who may instruct, articles 28(3)(a) and 29. A power ends; nobody is deleted. */
export function InstructorForm({ org, contract, instructor }: InstructorFormProps) {
  const t = useTranslations("contract.instructors");
  const words = useTranslations("contract");
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`fields.${name}`)]));
  const form = useFlatForm({
    action: bindAction(submitInstructor, org),
    schema: instructorFieldsSchema,
    names: NAMES,
    initial: instructor ?? {},
    version: contract.version,
    labelOf: (path) => labels[path],
    describeIssue: useNounIssues("contract"),
  });
  const back = `/${org}/contracts/${contract.id}#instructors`;
  const of = (name: (typeof NAMES)[number]) => ({ ...form.field(name), label: labels[name] });
  return (
    <FlatForm
      form={form}
      subject={contract.reference}
      labels={labels}
      read={(_name, value) => (typeof value === "string" ? value : "")}
      saved={{ id: contract.id, instructor: instructor?.id ?? "" }}
      back={back}
      act={t(instructor ? "save" : "add")}
      cancel={words("cancel")}
    >
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
    </FlatForm>
  );
}
