import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { readChoice } from "@/lib/domain/account/browser-choice";
import { entryOf } from "@/lib/domain/invariant/required";
import { directionOf, LOCALES, resolveLocale, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

const RETRY_AFTER_SECONDS = 10;

// Its own few rules: a page that says that the house is full asks nothing more of it.
const STYLE =
  "body{max-width:36rem;margin:12vh auto;padding:0 20px;font:16px/1.6 system-ui,sans-serif;color:#1d1a24;background:#fcfbf8}" +
  "h1{font:27px/1.3 Georgia,serif;margin:0 0 12px}p{margin:0 0 12px}small{color:#554f5e}a{color:#4a2a82}" +
  "@media(prefers-color-scheme:dark){body{color:#edeaf1;background:#18161d}small{color:#b3adbe}a{color:#bda9f0}}";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/**
 * Reasons for an error page: too many requests at once, no database, or one that took too long, each
 * also for a form; too many bytes; a request that no page makes; or several files already being made for this person.
 */
const KINDS = ["busy", "away", "awayForm", "slow", "slowForm", "tooLong", "malformed", "tooMany"] as const;
/** Pages that strangers are not shown, which no fault answers: words of `incident`. */
const ABSENT_KINDS = ["notFound", "forbidden"] as const;
type FaultKind = (typeof KINDS)[number];
type Kind = FaultKind | (typeof ABSENT_KINDS)[number];

/** True of a page that answers a fault or a limit, which the log notes. */
export function isFaultKind(kind: Kind): kind is FaultKind {
  return KINDS.some((one) => one === kind);
}

export type PlainPage = { headers: OutgoingHttpHeaders; html: string };
export type PlainPages = (kind: Kind, asked: IncomingHttpHeaders) => PlainPage;

/**
 * Pages that need neither database nor Next, in the reader's language: each says first that nothing is lost. Made
 * beforehand, so that they are answered at once.
 */
export async function preparePlainPages(): Promise<PlainPages> {
  const made = new Map<string, PlainPage>();
  for (const locale of LOCALES)
    for (const kind of [...KINDS, ...ABSENT_KINDS])
      made.set(`${kind} ${locale}`, await makePage(kind, locale));
  return (kind, asked) => {
    const chosen = readChoice("locale", (name) => cookieOf(asked, name));
    const locale = resolveLocale(chosen, asked["accept-language"] ?? null);
    return entryOf(made, `${kind} ${locale}`);
  };
}

async function makePage(kind: Kind, locale: Locale): Promise<PlainPage> {
  return isFaultKind(kind) ? makeFaultPage(kind, locale) : makeAbsentPage(kind, locale);
}

/** Tells a stranger that the link they came by may be cut: they are of no organisation, and have no home here. */
async function makeAbsentPage(kind: (typeof ABSENT_KINDS)[number], locale: Locale): Promise<PlainPage> {
  const t = await translator(locale, "incident");
  const words = kind === "notFound" ? "link" : kind;
  const home = kind === "notFound" ? "" : `<p><a href="/">${t("home")}</a></p>`;
  const html = documentOf(locale, {
    note: t(`${words}Note`),
    title: t(`${words}Title`),
    body: `<p>${t(`${words}Text`)}</p>${home}`,
  });
  return { headers: HEADERS, html };
}

type Said = { note: string; title: string; body: string };

function documentOf(locale: Locale, { note, title, body }: Said): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Amana</title><style>${STYLE}</style></head>
<body><main><p><small>${note}</small></p><h1>${title}</h1>${body}</main></body>
</html>
`;
}

async function makeFaultPage(kind: FaultKind, locale: Locale): Promise<PlainPage> {
  const t = await translator(locale, "busy");
  const translate = (key: string) => t(kind === "busy" ? key : `${kind}.${key}`);
  // Only a reload sends the form's data again; a link would lead to the empty form.
  const isAskedAgain = kind === "busy" || kind === "away" || kind === "slow";
  const again = isAskedAgain ? `<p><a href="">${translate("again")}</a></p>` : "";
  const html = documentOf(locale, {
    note: translate("note"),
    title: translate("title"),
    body: `<p>${translate("safe")}</p><p>${translate("what")}</p>${again}`,
  });
  const retry =
    kind === "tooLong" || kind === "malformed" ? {} : { "retry-after": String(RETRY_AFTER_SECONDS) };
  return { headers: { ...HEADERS, ...retry }, html };
}

function cookieOf({ cookie = "" }: IncomingHttpHeaders, name: string): string | undefined {
  return new RegExp(`(?:^|; )${name.replaceAll(".", "[.]")}=(\\w+)`).exec(cookie)?.[1];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
