import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/ui/text-input";
import type { CampaignFields } from "@/lib/features/campaign/schema";
import { formatDay, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

export type CampaignField = keyof CampaignFields;

/** Fields in the order of the form. */
export const FIELD_NAMES = [
  ...[
    "title",
    "instructionId",
    "instructionReason",
    "scriptId",
    "professional",
    "product",
    "audience",
    "territories",
    "countries",
  ],
  ...["provenance", "firstDay", "lastDay", "numbers", "robot", "writes"],
  ...["sector", "basis", "abroad", "dialler"],
  ...["saleOwn", "saleSimilar", "saleCollected", "saleRefusalThen", "saleRefusalEach"],
] as readonly CampaignField[];

/** Rows that a campaign may name. */
export type CampaignOptions = {
  instructions?: readonly Option[];
  scripts?: readonly Option[];
  countries?: readonly Option[];
};

/** Reads a value of a campaign in words, "" where nobody has said it. */
export function useCampaignWords({ instructions = [], scripts = [], countries = [] }: CampaignOptions = {}) {
  const t = useTranslations("campaign");
  const law = useTranslations("telephone");
  const locale = useLocale();
  const readOne = (name: string, value: string) => {
    switch (name) {
      case "sector":
        return law(`call.options.sector.${value}`);
      case "audience":
      case "basis":
        return t(`choices.${name}.${value}`);
      case "abroad":
      case "robot":
      case "dialler":
      case "writes":
      case "saleOwn":
      case "saleSimilar":
      case "saleCollected":
      case "saleRefusalThen":
      case "saleRefusalEach":
        return law(`call.options.answer.${value}`);
      case "firstDay":
      case "lastDay":
        return formatDay(value, locale);
      case "instructionId":
        return labelIn(instructions, value);
      case "scriptId":
        return labelIn(scripts, value);
      case "countries":
        return labelIn(countries, value);
      case "territories":
        return law(`territories.${value}`);
      default:
        return value;
    }
  };
  const read = (name: string, value: unknown): string => {
    if (name === "numbers") return readNumbers(value, locale);
    if (Array.isArray(value))
      return joinParts(
        value.map((item) => readOne(name, String(item))),
        locale,
      );
    return typeof value === "string" && value !== "" ? readOne(name, value) : "";
  };
  return {
    labels: Object.fromEntries(FIELD_NAMES.map((name) => [name, t(`fields.${name}`)])) as Record<
      CampaignField,
      string
    >,
    read,
  };
}

function labelIn(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? "";
}

function readNumbers(value: unknown, locale: Locale): string {
  const rows = Array.isArray(value) ? (value as ({ number?: string } | undefined)[]) : [];
  return joinParts(
    rows.flatMap((row) => row?.number ?? []),
    locale,
  );
}
