import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** Makes `generateMetadata` of a page whose title is a message without arguments. */
export function titled(namespace: string, key: string) {
  return async (): Promise<Metadata> => ({ title: (await getTranslations(namespace))(key) });
}
