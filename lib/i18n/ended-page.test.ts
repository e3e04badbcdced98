import { describe, expect, it } from "vitest";
import { endedPage, type EndedLink, missingPage } from "./ended-page";
import { LOCALES } from "./locale";

const parties = {
  processor: { name: "Centre <Atlas>", contact: "dpo@centre.example", address: "41 boulevard Zerktouni" },
  controller: { name: "Filature du Gapeau", contact: "", address: "4 quai des Tuiliers" },
};
const shown = ["Centre &lt;Atlas&gt;", "dpo@centre.example", "41 boulevard Zerktouni", "Filature du Gapeau"];

describe("the page of a link that does not serve", () => {
  it.each(["early", "revoked", "expired"] as const)(
    "names both companies of a link that is %s",
    async (status) => {
      for (const locale of LOCALES) {
        const page = await endedPage({ status, ...parties, receipt: "/answer/a/receipt" }, locale, "n");
        const html = await page.text();
        expect(page.status).toBe(status === "early" ? 404 : 410);
        expect(html).toContain(`lang="${locale}"`);
        for (const text of [...shown, "4 quai des Tuiliers", 'href="/answer/a/receipt"'])
          expect(html).toContain(text);
        if (locale === "fr") expect(html.includes("restent enregistrées")).toBe(status !== "early");
      }
    },
  );

  it("offers no receipt where nothing was answered, and names nobody for a link that nobody made", async () => {
    const links: EndedLink[] = [{ status: "expired", ...parties, receipt: null }, { status: "unknown" }];
    const [expired, unknown] = await Promise.all(
      links.map(async (link) => (await endedPage(link, "fr", "n")).text()),
    );
    expect(expired).not.toContain("href");
    expect(expired).toContain("Aucune réponse n’est enregistrée par ce lien");
    expect(expired).not.toContain("restent enregistrées");
    for (const text of shown) expect(unknown).not.toContain(text);
  });
});

describe("the page of an address that nobody has", () => {
  it("says so in each language without scripts, 404", async () => {
    const titles = {
      fr: "Cette page n’existe pas",
      en: "This page does not exist",
      ar: "هذه الصفحة غير موجودة",
    };
    for (const locale of LOCALES) {
      const page = await missingPage(locale, "n");
      const html = await page.text();
      expect(page.status).toBe(404);
      expect(html).toContain(`<h1>${titles[locale]}</h1>`);
      expect(html).not.toContain("<script");
    }
  });
});
