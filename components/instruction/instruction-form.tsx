"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { countriesAsTyped } from "@/components/form/countries-as-typed";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Line } from "@/components/shell/sheet";
import { TextInput } from "@/components/ui/text-input";
import { addInstruction, saveInstruction } from "@/lib/features/instruction/actions";
import type { loadCorrection } from "@/lib/features/instruction/loaders";
import { instructionFieldsSchema, instructionNewSchema } from "@/lib/features/instruction/schema";
import { readTypedCountry } from "@/lib/forms/typed-countries";
import { joinParts } from "@/lib/i18n/format";
import { GivenFields, InstructionFields, type InstructionChoices } from "./instruction-fields";

type Recorded = Awaited<ReturnType<typeof loadCorrection>>["instruction"];
type InstructionFormProps = {
  org: string;
  choices: InstructionChoices;
  /** Absent when correcting. The code prefixes the controller's numbers and is typed once. */
  fresh?: { controllerId: string; code: string; isCodeKnown: boolean; example: string };
  /** Values of the e-mail that was uploaded without JavaScript, by control. */
  emailed?: Readonly<Record<string, string>>;
  recorded?: Recorded;
  /** True where a contact wrote it in the portal. */
  isGiven?: boolean;
};

const NAMES = [
  "text",
  "kind",
  "receivedOn",
  "receivedTime",
  "effectiveOn",
  "supersedesId",
  "authorName",
  "authorPower",
  "channel",
  "recordIds",
  "transferEffect",
  "transferText",
  "operations",
  "dataCategories",
  "personCategories",
  "subProcessors",
  "retention",
  "countries",
] as const;

/** `id` of the form, for the file input outside it. */
export const NEW_INSTRUCTION = "new-instruction";

export function InstructionForm({ org, choices, fresh, emailed, recorded, isGiven }: InstructionFormProps) {
  const t = useTranslations("instruction");
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`fields.${name}`)]));
  const form = useFlatForm({
    action: bindAction(recorded ? saveInstruction : addInstruction, org),
    schema: recorded ? instructionFieldsSchema : instructionNewSchema,
    names: NAMES,
    initial: recorded?.typed ?? {
      ...fresh,
      transferEffect: "unanswered",
      receivedOn: choices.today,
      ...emailed,
    },
    version: recorded?.version,
    asTyped: countriesAsTyped(choices.countries, "countries"),
    labelOf: (path) => (path === "code" ? t("fields.code") : labels[path]),
    describeIssue: useNounIssues("instruction", "instruction.refusals"),
  });
  const read = useReading(choices);
  const back = `/${org}/instructions${recorded ? `/${recorded.id}` : ""}`;
  return (
    <FlatForm
      form={form}
      subject={recorded?.number ?? ""}
      labels={labels}
      read={read}
      saved={recorded ? { id: recorded.id } : null}
      back={back}
      act={t(recorded ? "edit.save" : "new.save")}
      cancel={t("edit.cancel")}
      around={Line}
      id={recorded ? undefined : NEW_INSTRUCTION}
    >
      {fresh && <Fresh fresh={fresh} field={form.field} register={form.choice} />}
      {isGiven ? <GivenFields {...choices} /> : <InstructionFields {...choices} />}
    </FlatForm>
  );
}

type Form = ReturnType<typeof useFlatForm>;

/** Asks for the code once; later forms send it hidden. */
function Fresh({
  fresh: { controllerId, code, isCodeKnown, example },
  field,
  register,
}: {
  fresh: NonNullable<InstructionFormProps["fresh"]>;
  field: Form["field"];
  register: Form["choice"];
}) {
  const t = useTranslations("instruction");
  const { error: _error, ...hidden } = register("controllerId");
  return (
    <Line>
      <input {...hidden} type="hidden" value={controllerId} />
      {!isCodeKnown && (
        <TextInput
          {...field("code")}
          defaultValue={field("code").defaultValue || code}
          label={t("fields.code")}
          hint={t("hints.code", { example })}
          maxLength={6}
          dir="ltr"
          narrow
          required
        />
      )}
    </Line>
  );
}

function useReading({ records, earlier, countries }: InstructionChoices) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  const named = (options: readonly { id: string; text: string }[], value: unknown) =>
    options.find(({ id }) => id === value)?.text ?? String(value ?? "");
  return (name: string, value: unknown): string => {
    const each = [value ?? []].flat().filter((one) => one !== "");
    if (name === "recordIds")
      return joinParts(
        each.map((id) =>
          named(
            records.map((r) => ({ id: r.id, text: r.reference })),
            id,
          ),
        ),
        locale,
      );
    if (name === "countries")
      return joinParts(
        each.map((id) =>
          named(
            countries.map((c) => ({ id: c.value, text: c.label })),
            readTypedCountry(String(id)) ?? id,
          ),
        ),
        locale,
      );
    if (name === "supersedesId" && value)
      return named(
        earlier.map((e) => ({ id: e.id, text: e.number })),
        value,
      );
    if (name === "kind" && t.has(`kinds.${String(value)}`)) return t(`kinds.${String(value)}`);
    if (name === "channel" && t.has(`channels.${String(value)}`)) return t(`channels.${String(value)}`);
    if (name === "transferEffect" && t.has(`transfers.${String(value)}`))
      return t(`transfers.${String(value)}`);
    return String(value ?? "");
  };
}
