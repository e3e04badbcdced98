"use client";

import { useSyncExternalStore } from "react";
import { directionOf, resolveLocale, type Locale } from "@/lib/i18n/locale";
import ar from "@/lib/i18n/messages/ar/incident.json";
import en from "@/lib/i18n/messages/en/incident.json";
import fr from "@/lib/i18n/messages/fr/incident.json";
import "./globals.css";

const WORDS: Record<Locale, typeof fr> = { fr, en, ar };

/** Renders without providers or shell: carries its own messages and takes the language from the browser. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const locale = useSyncExternalStore(watchNothing, browserLocale, (): Locale => "fr");
  const words = WORDS[locale];
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <main className="sheet">
          <div className="line head">
            <div className="note">{words.errorNote}</div>
            <div className="body">
              <div role="alert">
                <h1>{words.errorTitle}</h1>
                <p className="lead">{words.errorSafe}</p>
                <p className="muted">{words.errorWhat}</p>
                {error.digest && (
                  <p className="muted">
                    {words.reference} <span className="hash">{error.digest}</span>
                  </p>
                )}
                <div className="bar">
                  <button type="button" className="btn go" onClick={reset}>
                    {words.retry}
                  </button>
                </div>
              </div>
            </div>
          </div>
        </main>
      </body>
    </html>
  );
}

function browserLocale(): Locale {
  const cookie = /(?:^|; )locale=(\w+)/.exec(document.cookie)?.[1];
  return resolveLocale(cookie, navigator.languages.join(","));
}

function watchNothing(): () => void {
  return () => undefined;
}
