"use client";

import { useLocale, useTranslations } from "next-intl";
import { CountriesGroup } from "@/components/form/countries-group";
import { useFormAround } from "@/components/form/form-context";
import { Part } from "@/components/shell/sheet";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { ListInput, Select, TextArea, TextInput } from "@/components/ui/text-input";
import { STATED_KINDS } from "@/lib/domain/instruction/kind";
import { STAFF_CHANNELS, TRANSFER_EFFECTS } from "@/lib/domain/instruction/types";
import type { loadCorrection } from "@/lib/features/instruction/loaders";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatList } from "@/lib/i18n/format";

export type InstructionChoices = Pick<
  Awaited<ReturnType<typeof loadCorrection>>,
  "instructors" | "records" | "earlier" | "today"
> & { countries: readonly CountryOption[] };

/** A contact's own words are read-only here; hidden fields resend them unchanged. */
export function GivenFields(choices: InstructionChoices) {
  const t = useTranslations("instruction");
  const { choice, valueOf } = useFormAround();
  return (
    <>
      {AS_GIVEN.map((name) => {
        const { error: _error, ...hidden } = choice(name);
        return <input key={name} {...hidden} type="hidden" value={String(valueOf(name) ?? "")} />;
      })}
      <Part title={t("parts.what")} article={t("article", { article: "28(3)(a)" })}>
        <p className="prose-line mt-3 whitespace-pre-line" dir="auto">
          {String(valueOf("text") ?? "")}
        </p>
        <p className="muted prose-line mt-3">{t("given")}</p>
        <KindField />
      </Part>
      <Covers {...choices} />
    </>
  );
}

const AS_GIVEN = ["text", "authorName", "channel", "receivedOn", "receivedTime", "effectiveOn"] as const;

export function InstructionFields(choices: InstructionChoices) {
  const t = useTranslations("instruction");
  return (
    <>
      <InstructionTextFields {...choices} />
      <InstructorField {...choices} />
      <Part title={t("parts.scope")} article={t("article", { article: "28(3)(a)" })}>
        <Records {...choices} />
        <Transfers />
      </Part>
      <Covers {...choices} />
    </>
  );
}

function InstructionTextFields({ today, earlier }: InstructionChoices) {
  const t = useTranslations("instruction");
  const { field } = useFormAround();
  const options = earlier.map(({ id, number, text }) => ({
    value: id,
    label: `${number} · ${text.slice(0, 60)}`,
  }));
  return (
    <Part title={t("parts.what")} article={t("article", { article: "28(3)(a)" })} note={<bdi>29</bdi>}>
      <TextArea {...field("text")} label={t("fields.text")} hint={t("hints.text")} rows={6} required />
      <KindField />
      <div className="pair">
        <TextInput {...field("receivedOn")} type="date" max={today} narrow label={t("fields.receivedOn")} />
        <TextInput {...field("receivedTime")} type="time" narrow label={t("fields.receivedTime")} />
      </div>
      <TextInput {...field("effectiveOn")} type="date" narrow label={t("fields.effectiveOn")} />
      {options.length > 0 && (
        <Select
          {...field("supersedesId")}
          label={t("fields.supersedesId")}
          hint={t("hints.supersedesId")}
          blank={t("noSuperseded")}
          options={options}
          optional
        />
      )}
    </Part>
  );
}

/** Asks what the instruction is about; work may name only one that is about it. */
function KindField() {
  const t = useTranslations("instruction");
  const { field } = useFormAround();
  const { defaultValue, ...registered } = field("kind");
  return (
    <Select
      {...registered}
      defaultValue={defaultValue === "unsaid" ? "" : defaultValue}
      label={t("fields.kind")}
      hint={t("hints.kind")}
      blank={t("chooseKind")}
      options={STATED_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      required
    />
  );
}

function InstructorField({ instructors }: InstructionChoices) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  const { field, choice, valueOf } = useFormAround();
  const names = [...new Set(instructors.map(({ name }) => name))];
  const hint =
    names.length === 0
      ? t("hints.authorNone")
      : t("hints.authorListed", { names: formatList(names, locale, "disjunction") });
  return (
    <Part title={t("parts.who")} article={t("article", { article: "29" })}>
      <TextInput
        {...field("authorName")}
        label={t("fields.authorName")}
        hint={hint}
        list="instructors"
        autoComplete="off"
        required
      />
      <datalist id="instructors">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextInput
        {...field("authorPower")}
        label={t("fields.authorPower")}
        hint={t("hints.authorPower")}
        optional
      />
      <RadioChoice
        {...choice("channel")}
        label={t("fields.channel")}
        defaultValue={String(valueOf("channel") ?? "")}
        choices={STAFF_CHANNELS.map((value) => ({
          value,
          label: t(`channels.${value}`),
          hint: value === "telephone" ? t("channelHints.telephone") : undefined,
        }))}
      />
    </Part>
  );
}

function Records({ records }: InstructionChoices) {
  const t = useTranslations("instruction");
  const { choice, valueOf } = useFormAround();
  const ticked = [valueOf("recordIds")].flat();
  const { error, ...registered } = choice("recordIds");
  if (records.length === 0) return <p className="muted mt-3">{t("sheet.noRecord")}</p>;
  return (
    <FieldGroup id="recordIds" label={t("fields.recordIds")} hint={t("hints.recordIds")} error={error}>
      {records.map(({ id, reference, activity }) => (
        <Checkbox
          key={id}
          {...registered}
          id={`record-${id}`}
          value={id}
          label={
            <>
              <bdi>{reference}</bdi> · {activity}
            </>
          }
          defaultChecked={ticked.includes(id)}
        />
      ))}
    </FieldGroup>
  );
}

function Transfers() {
  const t = useTranslations("instruction");
  const { field, choice, valueOf } = useFormAround();
  return (
    <>
      <RadioChoice
        {...choice("transferEffect")}
        label={t("fields.transferEffect")}
        defaultValue={String(valueOf("transferEffect") ?? "unanswered")}
        choices={TRANSFER_EFFECTS.map((value) => ({ value, label: t(`transfers.${value}`) }))}
      />
      <TextArea
        {...field("transferText")}
        label={t("fields.transferText")}
        hint={t("hints.transferText")}
        rows={2}
        optional
      />
    </>
  );
}

function Covers({ countries }: InstructionChoices) {
  const t = useTranslations("instruction");
  const { field } = useFormAround();
  const lists = ["operations", "dataCategories", "personCategories", "subProcessors", "retention"] as const;
  return (
    <Part title={t("parts.covers")} article={t("article", { article: "28(10)" })}>
      <p className="muted prose-line mt-3">{t("parts.coversLead")}</p>
      {lists.map((name) => (
        <ListInput key={name} {...field(name)} label={t(`fields.${name}`)} optional />
      ))}
      <CountriesGroup
        name="countries"
        label={t("fields.countries")}
        countries={countries}
        nameOf={(number) => t("country", { number })}
      />
    </Part>
  );
}
