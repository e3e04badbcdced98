"use client";

import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { SCRIPT_LANGUAGES } from "@/lib/domain/call-script/mentions";
import { SECTORS } from "@/lib/domain/telephone-prospecting/facts";
import { addCallScript, saveCallScript } from "@/lib/features/call-script/actions";
import type { loadCallScript } from "@/lib/features/call-script/loaders";
import { callScriptCreateSchema, callScriptUpdateSchema } from "@/lib/features/call-script/schema";
import type { ScriptController } from "./save-script-form";

type Script = Awaited<ReturnType<typeof loadCallScript>>["script"];
type CallScriptFormProps = {
  org: string;
  /** Absent for a new one. */
  script?: Script;
  /** Choices for a new one. */
  controllers?: readonly ScriptController[];
  /** Named by the link that led to the form. */
  controllerId?: string;
};

const NAMES = ["title", "sector", "language", "isRecorded", "text"] as const;

export function CallScriptForm({ org, script, controllers = [], controllerId }: CallScriptFormProps) {
  const t = useTranslations("call-script");
  const sectorOf = useTranslations("telephone.call.options.sector");
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`fields.${name}`)]));
  const form = useFlatForm({
    action: bindAction(script ? saveCallScript : addCallScript, org),
    schema: script ? callScriptUpdateSchema : callScriptCreateSchema,
    names: NAMES,
    initial: script ?? { controllerId },
    version: script?.version,
    asTyped: (stored) => ({ ...stored, isRecorded: answerOf(stored.isRecorded) }),
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("call-script"),
  });
  const answers = (["yes", "no"] as const).map((value) => ({ value, label: t(value) }));
  const read = (name: string, value: unknown) => {
    const code = typeof value === "string" ? value : "";
    if (name === "sector" && code) return sectorOf(code as never);
    if (name === "language" && code) return t(`languages.${code}` as never);
    return name === "isRecorded" ? t(code === "" ? "unknown" : (code as "yes" | "no")) : code;
  };
  return (
    <FlatForm
      {...{ form, labels, read, subject: script?.reference ?? "", act: t("save"), cancel: t("cancel") }}
      saved={script ? { id: script.id } : null}
      back={`/${org}/telephone/scripts${script ? `/${script.id}` : ""}`}
    >
      {!script && (
        <ControllerSelect
          {...form.field("controllerId")}
          label={t("fields.controllerId")}
          blank={t("chooseController")}
          options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
          required
        />
      )}
      <TextInput {...form.field("title")} label={t("fields.title")} dir="auto" required />
      <TextArea {...form.field("text")} label={t("fields.text")} rows={14} dir="auto" required />
      <div className="pair">
        <Select
          {...form.field("language")}
          label={t("fields.language")}
          hint={t("hints.language")}
          blank={t("chooseLanguage")}
          options={SCRIPT_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          required
        />
        <Select
          {...form.field("isRecorded")}
          label={t("fields.isRecorded")}
          blank={t("unknown")}
          options={answers}
        />
      </div>
      <Select
        {...form.field("sector")}
        label={t("fields.sector")}
        blank={t("unknown")}
        options={SECTORS.map((value) => ({ value, label: sectorOf(value) }))}
        narrow
      />
    </FlatForm>
  );
}

/** A stored answer as the form sends it. */
function answerOf(stored: unknown): unknown {
  return typeof stored === "boolean" ? (stored ? "yes" : "no") : stored;
}
