import { useTranslations } from "next-intl";
import type { Translate } from "./words";

/**
 * The translator of every noun at once. Keys here are made from data (a rule, a country, an instrument), which
 * next-intl's types for literal keys cannot follow; the one cast stands here, and `messages-check` reads the catalogues.
 */
export function useSay(): Translate {
  return useTranslations() as unknown as Translate;
}
