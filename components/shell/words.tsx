import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Noun } from "@/lib/i18n/messages";
import { MoreWords } from "./more-words";
import { packWords } from "./pack-words";

/** Adds messages of some nouns to the client code below: `<Words of={["import"]}>`. */
export async function Words({ of: nouns, children }: { of: readonly Noun[]; children: ReactNode }) {
  return <MoreWords messages={await packWords(await getLocale(), nouns)}>{children}</MoreWords>;
}
