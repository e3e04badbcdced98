import { useLocale, useTranslations } from "next-intl";
import type { DutyGround } from "@/lib/domain/obligation/duty-ground";
import { joinParts } from "@/lib/i18n/format";
import { provisionTexts } from "@/lib/i18n/obligation-words";

/** Texts by which a client's processor acts on its instructions alone, under the laws of that client. */
export function useMandateText(lawTexts: ReadonlyMap<string, DutyGround["provisions"]>): string {
  const t = useTranslations("obligation");
  return joinParts(provisionTexts(t, lawTexts.get("28(3)(a)") ?? []), useLocale());
}
