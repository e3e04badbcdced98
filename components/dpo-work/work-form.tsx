"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import type { FormValues } from "@/components/form/form-paths";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import type { Option } from "@/components/ui/text-input";
import { WORK_FIELDS } from "@/lib/domain/dpo-work/fields";
import { type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import { addWork, changeWork } from "@/lib/features/dpo-work/actions";
import { workFormSchema } from "@/lib/features/dpo-work/schema";
import { useWorkWords } from "./use-work-words";
import { WorkFieldControl } from "./work-field";

type WorkFormProps = {
  org: string;
  kind: WorkKind;
  values: FormValues;
  controllers: readonly Option[];
  /** Absent for a new document. */
  saved?: { id: string; reference: string; version: number };
  /** Training that a new one repeats. */
  repeatsId?: string | null;
  /** Entry of a feed that a new one records. */
  entryId?: string | null;
};

export function WorkForm({ org, kind, values, controllers, saved, repeatsId, entryId }: WorkFormProps) {
  const t = useTranslations("dpo-work");
  const fields = WORK_FIELDS[kind];
  const words = useWorkWords(kind, fields, controllers);
  const form = useFlatForm({
    action: bindAction(saved ? changeWork : addWork, org),
    schema: workFormSchema(kind),
    names: fields.map(([name]) => name),
    initial: values,
    version: saved?.version,
    labelOf: (path) => words.labels[path.replace(/[.].*/, "")],
    describeIssue: useNounIssues("dpo-work"),
  });
  return (
    <FlatForm
      form={form}
      subject={saved?.reference ?? ""}
      {...words}
      saved={saved ? { id: saved.id, kind } : null}
      back={`/${org}${workPath(kind, saved?.id)}`}
      act={t("save")}
      cancel={t("cancel")}
    >
      {!saved && <input type="hidden" name="kind" value={kind} />}
      {repeatsId && <input type="hidden" name="repeatsId" value={repeatsId} />}
      {entryId && <input type="hidden" name="entryId" value={entryId} />}
      {fields.map((field) => (
        <WorkFieldControl key={field[0]} kind={kind} field={field} controllers={controllers} />
      ))}
    </FlatForm>
  );
}
