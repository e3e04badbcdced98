"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { unpack, type Packed } from "@/components/ui/packed";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";

type WordsProps = { messages: Packed<Messages>; children: ReactNode };

/** The sentences of the whole page, and its language. */
export function FirstWords({ locale, messages, children }: WordsProps & { locale: Locale }) {
  const all = useMemo(() => unpack(messages), [messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={all} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

/** A provider replaces what is above it: here it adds. */
export function MoreWords({ messages, children }: WordsProps) {
  const above = useMessages();
  const all = useMemo(() => ({ ...above, ...unpack(messages) }), [above, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
