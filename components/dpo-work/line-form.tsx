"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import type { FormValues } from "@/components/form/form-paths";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { LINE_FIELDS } from "@/lib/domain/dpo-work/fields";
import { type LinedKind, workPath } from "@/lib/domain/dpo-work/kinds";
import { writeLine } from "@/lib/features/dpo-work/actions";
import { lineFormSchema } from "@/lib/features/dpo-work/schema";
import { useWorkWords } from "./use-work-words";
import { WorkFieldControl } from "./work-field";

type LineFormProps = {
  org: string;
  kind: LinedKind;
  work: { id: string; reference: string; version: number };
  /** Null for a new line. */
  lineId: string | null;
  values: FormValues;
};

export function LineForm({ org, kind, work: { id, reference, version }, lineId, values }: LineFormProps) {
  const t = useTranslations("dpo-work");
  const fields = LINE_FIELDS[kind];
  const words = useWorkWords(kind, fields);
  const form = useFlatForm({
    action: bindAction(writeLine, org),
    schema: lineFormSchema(kind),
    names: fields.map(([name]) => name),
    initial: values,
    version,
    labelOf: (path) => words.labels[path],
    describeIssue: useNounIssues("dpo-work"),
  });
  return (
    <FlatForm
      form={form}
      subject={reference}
      {...words}
      saved={{ id, kind, lineId: lineId ?? "" }}
      back={`/${org}${workPath(kind, id)}#lines`}
      act={t("save")}
      cancel={t("cancel")}
    >
      {fields.map((field) => (
        <WorkFieldControl key={field[0]} kind={kind} field={field} controllers={[]} />
      ))}
    </FlatForm>
  );
}
