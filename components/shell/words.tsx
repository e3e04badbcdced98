import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { loadMessages, pickMessages, type Noun } from "@/lib/i18n/messages";
import { MoreWords } from "./more-words";

/** Sends the sentences of some nouns to the browser code beneath, beside those it has: `<Words of={["import"]}>`. */
export async function Words({ of: nouns, children }: { of: readonly Noun[]; children: ReactNode }) {
  const messages = await loadMessages(await getLocale());
  return <MoreWords messages={pickMessages(messages, nouns)}>{children}</MoreWords>;
}
