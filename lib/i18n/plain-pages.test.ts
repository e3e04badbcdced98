import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { preparePlainPages, type PlainPages } from "./plain-pages";
import { LOCALES } from "./locale";

let pages: PlainPages;
beforeAll(async () => {
  pages = await preparePlainPages();
});

const KINDS = ["busy", "away", "awayForm", "slow", "slowForm", "tooLong", "malformed", "tooMany"] as const;

describe.each(KINDS)("the page %s", (kind) => {
  it.each(LOCALES)("is said in %s, whole, to whoever chose it", (locale) => {
    const { html } = pages(kind, { cookie: `theme=dark; locale=${locale}`, "accept-language": "xx" });
    expect(html).toContain(`<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}">`);
    expect(html).not.toMatch(/busy\.|undefined/);
    expect(html.match(/<p>[^<]{20,}<\/p>/g)).toHaveLength(2);
  });

  it("takes the choice that no other host can have set before a plain one", () => {
    const cookie = "locale=fr; __Host-amana.locale=ar";
    expect(pages(kind, { cookie }).html).toContain('<html lang="ar"');
  });

  it("asks the browser's language where nobody chose, and is French else", () => {
    expect(pages(kind, { "accept-language": "ar-MA, en;q=0.5" }).html).toContain('lang="ar"');
    expect(pages(kind, {}).html).toContain('lang="fr"');
  });

  it("is kept by nobody, and lets its own style through alone", () => {
    const { headers, html } = pages(kind, {});
    const style = /<style>(.*)<\/style>/s.exec(html)![1]!;
    expect(Number(headers["retry-after"] ?? 0) > 0).toBe(!["tooLong", "malformed"].includes(kind));
    expect(headers["cache-control"]).toBe("no-store");
    const digest = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toContain(`default-src 'none'; style-src 'sha256-${digest}'`);
  });
});

describe.each(["notFound", "forbidden"] as const)("the page %s", (kind) => {
  it.each(LOCALES)("is a document in %s that needs no script", (locale) => {
    const { headers, html } = pages(kind, { cookie: `locale=${locale}` });
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toMatch(/<h1>[^<]{5,}<\/h1>/);
    expect(html.includes('<a href="/">')).toBe(kind === "forbidden");
    expect(html).not.toMatch(/incident\.|undefined|<script/);
    expect(headers["cache-control"]).toBe("no-store");
  });
});

it("tells a stranger whose link is cut to copy it whole, and of no organisation", () => {
  const { html } = pages("notFound", { cookie: "locale=fr" });
  expect(html).toContain("copiez en entier le lien");
  expect(html).not.toMatch(/organisation|registre/);
});
