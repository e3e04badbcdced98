import type { ProtectionWords } from "@/lib/domain/breach/notice-source";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

/** Codes of the file; "unknown" is stated as such by the notice itself. */
const CODES = ["none", "encrypted-key-safe", "encrypted-key-unsafe", "pseudonymised"];

export async function protectionWords(locale: Locale): Promise<ProtectionWords> {
  const t = await translator(locale, "breach-notice-letter");
  return ({ code, text }) =>
    [CODES.includes(code) ? t(`protection.${code}`) : "", text].filter(Boolean).join("\n");
}
