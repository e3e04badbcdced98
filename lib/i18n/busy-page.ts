import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { directionOf, LOCALE_COOKIE, resolveLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

const RETRY_AFTER_SECONDS = 10;

// Its own few rules: a page that says that the house is full asks nothing more of it.
const STYLE =
  "body{max-width:36rem;margin:12vh auto;padding:0 20px;font:16px/1.6 system-ui,sans-serif;color:#1d1a24;background:#fcfbf8}" +
  "h1{font:27px/1.3 Georgia,serif;margin:0 0 12px}p{margin:0 0 12px}small{color:#6a6572}a{color:#4a2a82}" +
  "@media(prefers-color-scheme:dark){body{color:#edeaf1;background:#18161d}small{color:#9a94a5}a{color:#bda9f0}}";

const HEADERS = {
  "retry-after": String(RETRY_AFTER_SECONDS),
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

export type BusyPage = typeof busyPage;

/** What a page that waited too long is answered with 503, in the reader's language: first that nothing is lost. */
export async function busyPage(asked: IncomingHttpHeaders): Promise<{
  headers: OutgoingHttpHeaders;
  html: string;
}> {
  const locale = resolveLocale(cookieOf(asked), asked["accept-language"] ?? null);
  const t = await translator(locale, "busy");
  const html = `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t("title")} · Amana</title><style>${STYLE}</style></head>
<body><main><p><small>${t("note")}</small></p><h1>${t("title")}</h1><p>${t("safe")}</p><p>${t("what")}</p><p><a href="">${t("again")}</a></p></main></body>
</html>
`;
  return { headers: HEADERS, html };
}

function cookieOf({ cookie = "" }: IncomingHttpHeaders): string | undefined {
  return new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`).exec(cookie)?.[1];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
