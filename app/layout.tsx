import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FirstWords } from "@/components/shell/more-words";
import { packWords } from "@/components/shell/pack-words";
import { directionOf, themeOf } from "@/lib/i18n/locale";
import { SHARED_NOUNS } from "@/lib/i18n/messages";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s · Amana", default: "Amana" },
  icons: { icon: "/icon.svg" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f1ec" },
    { media: "(prefers-color-scheme: dark)", color: "#121016" },
  ],
};

/** Uses the system's theme when no cookie sets one. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = themeOf(await cookies());
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme}>
      <body>
        <FirstWords locale={locale} messages={await packWords(locale, SHARED_NOUNS)}>
          {children}
        </FirstWords>
      </body>
    </html>
  );
}
