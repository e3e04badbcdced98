import { useLocale, useTranslations } from "next-intl";
import type { ConsultationFields } from "@/lib/features/consultation/schema";
import { formatDay, joinParts } from "@/lib/i18n/format";

type ConsultationField = keyof ConsultationFields;

/** Fields in the order of the form. */
export const FIELD_NAMES = [
  ...[
    "title",
    "instructionId",
    "instructionReason",
    "firstDay",
    "lastDay",
    "months",
    "contactDays",
    "questions",
  ],
] as readonly ConsultationField[];

/** Reads a value of a consultation in words, "" where nobody has said it. */
export function useConsultationWords(instructions: readonly { value: string; label: string }[] = []) {
  const t = useTranslations("consultation");
  const locale = useLocale();
  const read = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    if (name === "questions")
      return joinParts(
        (value as readonly ({ fr?: string } | undefined)[]).flatMap((question) => question?.fr || []),
        locale,
      );
    if (name === "firstDay" || name === "lastDay") return formatDay(String(value), locale);
    if (name === "months") return t("monthsOf", { count: Number(value) });
    if (name === "contactDays") return t("daysOf", { count: Number(value) });
    if (name === "instructionId") return instructions.find((option) => option.value === value)?.label ?? "";
    return String(value);
  };
  const labels = Object.fromEntries(FIELD_NAMES.map((name) => [name, t(`fields.${name}`)]));
  return { labels: labels as Record<ConsultationField, string>, read };
}
