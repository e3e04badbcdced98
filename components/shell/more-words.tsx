"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { unpack, type Packed } from "@/components/ui/packed";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";

type WordsProps = { messages: Packed<Messages>; children: ReactNode };

export function FirstWords({ locale, messages, children }: WordsProps & { locale: Locale }) {
  const all = useMemo(() => unpack(messages), [messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={all} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

/** Merges with the messages above; next-intl's provider would replace them. */
export function MoreWords({ messages, children }: WordsProps) {
  const above = useMessages();
  const all = useMemo(() => ({ ...above, ...unpack(messages) }), [above, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
