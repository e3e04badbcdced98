import { pack, type Packed } from "@/components/ui/packed";
import type { Locale } from "@/lib/i18n/locale";
import { loadMessages, pickMessages, type Messages, type Noun } from "@/lib/i18n/messages";

const packed = new Map<string, Promise<Packed<Messages>>>();

/** Cached per process, because messages never change at run time. */
export function packWords(locale: Locale, nouns: readonly Noun[]): Promise<Packed<Messages>> {
  const key = `${locale} ${nouns.join(" ")}`;
  const known = packed.get(key);
  if (known) return known;
  const packing = loadMessages(locale).then((messages) => pack(pickMessages(messages, nouns)));
  packed.set(key, packing);
  return packing;
}
