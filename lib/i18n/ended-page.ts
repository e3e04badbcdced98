import type { LinkStatus } from "@/lib/domain/consultation/link";
import { directionOf, type Locale } from "./locale";
import { translator } from "./translator";

// Contrast of 7 to 1 at least in both themes, as on the page of a link that serves.
const STYLE =
  "body{max-width:36rem;margin:12vh auto;padding:0 20px;font:18px/1.6 system-ui,sans-serif;color:#1d1a24;background:#fcfbf8}" +
  "h1{font:30px/1.3 Georgia,serif;margin:0 0 12px}p{margin:0 0 12px}" +
  "dt{font-weight:600}dd{margin:0 0 12px;overflow-wrap:anywhere}dd span{display:block;white-space:pre-line}a{color:inherit}" +
  "@media(prefers-color-scheme:dark){body{color:#edeaf1;background:#18161d}}";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};

type Unserved = Exclude<LinkStatus, "valid">;

/** Company that asks, or for which it is asked; a blank contact or address is not shown. */
type Party = { name: string; contact: string; address: string };

/** A link that nobody made names nobody; any other has its companies, and the path of its receipt where it was answered. */
export type EndedLink =
  | { status: "unknown" }
  | {
      status: Exclude<Unserved, "unknown">;
      processor: Party;
      controller: Party;
      receipt: string | null;
    };

/** 404 for a link that nobody made or that does not serve yet, 410 for one that serves no more, or not while nobody may ask. */
const STATUSES: Record<Unserved, number> = {
  unknown: 404,
  early: 404,
  revoked: 410,
  expired: 410,
  suspended: 410,
};

/**
 * Makes the page of a link that cannot be answered, in plain words, with whom to write to: a page of Next has no answer of
 * its own for 410. The nonce is the request's, by which the policy of every page admits its rules.
 */
export async function endedPage(link: EndedLink, locale: Locale, nonce: string): Promise<Response> {
  const t = await translator(locale, "answer");
  const { status } = link;
  const [title, text] = [t(`ended.${status}.title`), t(`ended.${status}.text`)];
  const who =
    link.status === "unknown"
      ? ""
      : `<dl>${partyOf(t("who"), link.processor)}${partyOf(t("forWhom"), link.controller)}</dl>`;
  const receipt =
    link.status === "unknown" || link.receipt === null
      ? ""
      : `<p><a href="${escapeHtml(link.receipt)}">${t("receipt.open")}</a></p>`;
  const said =
    link.status === "unknown" || link.status === "early"
      ? ""
      : `<p>${t(link.receipt === null ? "ended.unanswered" : "ended.answered")}</p>`;
  const html = document({ title, body: `<p>${text}</p>${said}${who}${receipt}` }, locale, nonce);
  return new Response(html, { status: STATUSES[status], headers: HEADERS });
}

/** Makes the page of an address that no public page has, in plain words; it names nobody. */
export async function missingPage(locale: Locale, nonce: string): Promise<Response> {
  const t = await translator(locale, "published");
  const words = { title: t("missing.title"), body: `<p>${t("missing.text")}</p>` };
  return new Response(document(words, locale, nonce), { status: 404, headers: HEADERS });
}

function document({ title, body }: { title: string; body: string }, locale: Locale, nonce: string): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`;
}

function partyOf(label: string, { name, address, contact }: Party): string {
  const lines = [name, address, contact].filter((line) => line !== "");
  return `<dt>${label}</dt><dd>${lines.map((line) => `<span><bdi>${escapeHtml(line)}</bdi></span>`).join("")}</dd>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
