import type { SourceWords } from "@/lib/domain/breach/notice-source";
import { CIRCUMSTANCES } from "@/lib/domain/breach/precedent-cases";
import { asksForAuthentication } from "@/lib/domain/breach/precedents";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

/** Codes of the file; "unknown" is stated as such by the notice itself. */
const CODES = ["none", "encrypted-key-safe", "encrypted-key-unsafe", "pseudonymised"];

export async function sourceWords(locale: Locale): Promise<SourceWords> {
  const t = await translator(locale, "breach-notice-letter");
  return {
    protection: ({ code, text }) =>
      [CODES.includes(code) ? t(`protection.${code}`) : "", text].filter(Boolean).join("\n"),
    circumstance: ({ code, text }) => {
      const circumstance = CIRCUMSTANCES.find((one) => one === code);
      const named = circumstance ? t(`circumstances.${circumstance}`) : "";
      const isAsked = asksForAuthentication(circumstance) && text !== "";
      return [named, isAsked ? t("authentication", { text }) : text].filter(Boolean).join("\n");
    },
  };
}
