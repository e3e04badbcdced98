"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/text-input";
import { submitReading } from "@/lib/features/rights-request/actions";
import { EVERY_READING, numberReadSchema } from "@/lib/features/rights-request/schema";

type ReadingFormProps = {
  org: string;
  id: string;
  place: number;
  /** An address is read as one thing alone. */
  isAddress: boolean;
  options: readonly { value: string; label: string }[];
  /** Readings that somebody chose last; null while nobody has. */
  chosen: readonly string[] | null;
  /** Readings under which the objection stands: what is said of keeping them stopped rests on it. */
  held: HeldReadings;
};

export type HeldReadings = "all" | "some" | "none";

const EVERY = { all: "every", some: "everyAnew", none: "everyAnew" } as const;
const HINTS = { all: "hint", some: "hintSome", none: "hintNone" } as const;

/** Offers first to keep every reading stopped, and each reading for whoever confirmed it and says how, 21(3), 5(2). */
export function ReadingForm({ org, id, place, isAddress, options, chosen, held }: ReadingFormProps) {
  const t = useTranslations("rights-request.number");
  const form = useServerForm({
    action: bindAction(submitReading, org),
    schema: numberReadSchema,
    labelOf: (path) => (path === "reason" ? t("reason") : undefined),
    describeIssue: useNounIssues("rights-request"),
  });
  const isOne = options.length === 1;
  const every = {
    value: EVERY_READING,
    label: t(isAddress ? "onlyAddress" : isOne ? "only" : EVERY[held]),
    hint: t("everyHint"),
  };
  const readings = options.map(({ value, label }) => ({
    value,
    label: <bdi dir="ltr">{label}</bdi>,
    hint: t(chosen?.includes(value) ? "readingChosen" : held === "none" ? "readingAlone" : "readingHint"),
  }));
  return (
    <form key={form.key} {...form.props} className="mt-2 print:hidden">
      <FormNotice {...form.notice} />
      <p className="muted">{t(isOne ? "onlyHint" : HINTS[held])}</p>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="place" value={place} />
      <RadioChoice
        {...form.choice("reading")}
        id={`reading-${place}`}
        label={t("choose")}
        choices={isOne ? [every] : [every, ...readings]}
        defaultValue={String(form.valueOf("reading") ?? (chosen?.length === 1 ? chosen[0] : EVERY_READING))}
      />
      {!isOne && (
        <TextArea
          {...form.field("reason")}
          id={`reading-reason-${place}`}
          label={t("reason")}
          hint={t("reasonHint")}
          rows={2}
          dir="auto"
        />
      )}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
      </div>
    </form>
  );
}
