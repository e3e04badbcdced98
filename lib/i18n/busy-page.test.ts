import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { busyPage } from "./busy-page";
import { LOCALES } from "./locale";

describe("busyPage", () => {
  it.each(LOCALES)("is said in %s, whole, to whoever chose it", async (locale) => {
    const { html } = await busyPage({ cookie: `theme=dark; locale=${locale}`, "accept-language": "xx" });
    expect(html).toContain(`<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}">`);
    expect(html).not.toMatch(/busy\.|undefined/);
    expect(html.match(/<p>[^<]{20,}<\/p>/g)).toHaveLength(2);
  });

  it("asks the browser's language where nobody chose, and is French else", async () => {
    expect((await busyPage({ "accept-language": "ar-MA, en;q=0.5" })).html).toContain('lang="ar"');
    expect((await busyPage({})).html).toContain('lang="fr"');
  });

  it("says when to come again, is kept by nobody, and lets its own style through alone", async () => {
    const { headers, html } = await busyPage({});
    const style = /<style>(.*)<\/style>/s.exec(html)![1]!;
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers["cache-control"]).toBe("no-store");
    const digest = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toContain(`default-src 'none'; style-src 'sha256-${digest}'`);
  });
});
