"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select, TextArea } from "@/components/ui/text-input";
import {
  type ExecutionRefusal,
  isOverridable,
  type NameableInstructions,
} from "@/lib/domain/instruction/naming";
import { formatDay, formatList } from "@/lib/i18n/format";

/** Numbers written out in a hint; the rest are counted. */
const MOST_NAMED = 6;

type InstructionSelectProps = Omit<ComponentProps<typeof Select>, "hint" | "options"> & {
  hint?: string;
  options: NameableInstructions["options"];
  withheld: NameableInstructions["withheld"];
  /** Field of the written reason, as the form binds it. */
  reason: ReasonProps;
};

/**
 * Choice of an instruction by the rule of its write, and the written reason that some of them need; the hint says which are not
 * offered, and why.
 */
export function InstructionSelect({ hint, options, withheld, reason, ...props }: InstructionSelectProps) {
  const t = useTranslations("form.instructions");
  const locale = useLocale();
  const reasonsOf = (refusals: readonly ExecutionRefusal[]) =>
    formatList(
      refusals.map((refusal) => t(`reasons.${refusal}`)),
      locale,
    );
  const named = withheld
    .slice(0, MOST_NAMED)
    .map(({ number, reasons }) => t("one", { number, reason: reasonsOf(reasons) }));
  const others = withheld.length - named.length;
  const list = formatList(others > 0 ? [...named, t("others", { count: others })] : named, locale);
  const hints = [hint ?? "", named.length > 0 ? t("withheld", { list }) : ""].filter((part) => part !== "");
  const offered = options.map(({ value, label, overrides, effectiveOn }) => {
    const shown = effectiveOn === null ? label : t("toCome", { label, day: formatDay(effectiveOn, locale) });
    return {
      value,
      label: overrides.length === 0 ? shown : t("override", { label: shown, reason: reasonsOf(overrides) }),
    };
  });
  const asksReason = options.some(({ overrides }) => overrides.length > 0) || Boolean(reason.defaultValue);
  return (
    <>
      <Select {...props} options={offered} hint={hints.length > 0 ? hints.join(" ") : undefined} />
      {asksReason && <InstructionReason {...reason} />}
    </>
  );
}

type ReasonProps = Omit<ComponentProps<typeof TextArea>, "label" | "hint">;

/** Written reason for which an instruction is executed that is not examined, or whose subject nobody stated, 28(3). */
function InstructionReason(reason: ReasonProps) {
  const t = useTranslations("form.instructions");
  return (
    <TextArea {...reason} label={t("reasonLabel")} hint={t("reasonHint")} rows={2} dir="auto" optional />
  );
}

/** Says what refuses the execution of an instruction, and asks for the written reason where one sets some of it aside. */
export function ExecutionReason({
  refusals,
  ...reason
}: ReasonProps & { refusals: readonly ExecutionRefusal[] }) {
  const t = useTranslations("form.instructions");
  const locale = useLocale();
  if (refusals.length === 0) return null;
  const list = formatList(
    refusals.map((refusal) => t(`reasons.${refusal}`)),
    locale,
  );
  return (
    <>
      <p className="muted">{t("lacking", { list })}</p>
      {refusals.some(isOverridable) && <InstructionReason {...reason} />}
    </>
  );
}
