"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { Field, fieldAria } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { DELIMITERS, ENCODINGS } from "@/lib/domain/import/text-forms";
import { CAPACITIES, type Capacity } from "@/lib/domain/processing-record/types";
import { saveReading } from "@/lib/features/import/actions";
import type { AskedChoice } from "@/lib/features/import/schema";
import type { LoadedImport } from "@/lib/features/import/loaders";
import { RunFields, type OpenRun } from "./check-acts";
import { ImportNotice } from "./import-notice";
import { useImportForm } from "./use-import-form";

type ReadingFormProps = {
  org: string;
  run: OpenRun;
  file: Pick<LoadedImport["file"], "text" | "head">;
  reading: LoadedImport["reading"];
  register: Capacity;
  /** Choices that a person has yet to make. */
  asked: LoadedImport["asked"];
};

const DELIMITER_WORDS = { ";": "semicolon", ",": "comma", "\t": "tab", "|": "bar" } as const;

/** Shows the columns again with the chosen header row, encoding and separator. */
export function ReadingForm({ org, run, file: { text, head }, reading, register, asked }: ReadingFormProps) {
  const t = useTranslations("import-page");
  const { state, pending, props } = useImportForm(bindAction(saveReading, org));
  if (!head) return null;
  const lines = [
    { value: "0", label: t("reading.noHeader") },
    ...head.first.map(({ line, text: words }) => ({
      value: String(line),
      label: t("reading.line", { line, text: words }),
    })),
  ];
  const { header, encoding, delimiter } = reading;
  const unsaid = (name: AskedChoice) =>
    asked.includes(name) ? { blank: t("reading.ask"), error: t(`errors.${name}Asked`) } : {};
  const isChosen = [header, encoding, delimiter, reading.register].some((stated) => stated !== null);
  return (
    <Line>
      <details className="group mt-4" open={asked.length > 0 || isChosen || state.status === "refused"}>
        <summary className="text-accent inline-flex cursor-pointer list-none items-center gap-1 [&_svg]:group-open:rotate-90">
          <Icon of={ChevronRight} small flip />
          {t("reading.title")}
        </summary>
        <form {...props} onChange={(event) => event.currentTarget.requestSubmit()}>
          <RunFields run={run} />
          <ImportNotice state={state} />
          <p className="muted prose-line my-2">{t("reading.text")}</p>
          <div className="grid gap-x-6 min-[901px]:grid-cols-2">
            <Choice name="header" label={t("reading.header")} value={String(head.line)} choices={lines} />
            <Choice
              name="register"
              label={t("reading.register")}
              value={register}
              choices={CAPACITIES.map((value) => ({ value, label: t(`reading.registers.${value}`) }))}
              {...unsaid("register")}
            />
            {text && (
              <>
                <Choice
                  name="encoding"
                  label={t("reading.encoding")}
                  value={text.encoding}
                  choices={ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
                  {...unsaid("encoding")}
                />
                <Choice
                  name="delimiter"
                  label={t("reading.delimiter")}
                  value={text.delimiter}
                  choices={DELIMITERS.map((value) => ({
                    value,
                    label: t(`delimiters.${DELIMITER_WORDS[value]}`),
                  }))}
                />
              </>
            )}
          </div>
          <SubmitButton tone="bare" pending={pending}>
            {t("reading.act")}
          </SubmitButton>
        </form>
      </details>
    </Line>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  /** Words of no answer, first and chosen. */
  blank?: string;
  /** Finished sentence. */
  error?: string;
};

function Choice({ name, value, choices, blank, ...text }: ChoiceProps) {
  const first = blank === undefined ? value : "";
  return (
    <Field id={name} {...text}>
      <span className="select">
        <select
          key={first}
          id={name}
          name={name}
          defaultValue={first}
          className="inp"
          {...fieldAria(name, text)}
        >
          {blank !== undefined && <option value="">{blank}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} small />
      </span>
    </Field>
  );
}
