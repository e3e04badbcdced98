import { useTranslations } from "next-intl";
import type { Translate } from "./words";

/** Casts once: keys built from data cannot follow next-intl's literal types. */
export function useTranslate(): Translate {
  return useTranslations() as unknown as Translate;
}
