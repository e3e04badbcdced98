import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { readShape } from "@/lib/i18n/message-arguments";
import { flattenMessages } from "@/lib/i18n/message-rules";
import { loadMessages } from "@/lib/i18n/messages";
import { composeLetter, LetterFault, type LetterSource } from "@/lib/i18n/letter";
import { letterHtml } from "@/lib/features/outbox/print/letter-html";
import { letterText } from "@/lib/features/outbox/print/letter-text";

const LINK = "https://amana.example/invitation?token=a1b2&next=%2F";
const HOSTILE = `<img src=x onerror=alert(1)>"&'{count}\r\nBcc: other@else.example`;
const organisation = { name: "Centre d’appels Nejma", address: "41 boulevard Zerktouni\nCasablanca" };

async function sourceOf(
  template: string,
  locale: (typeof LOCALES)[number],
  stated: string,
): Promise<LetterSource> {
  const { mail } = await loadMessages(locale);
  const asked = Object.values(flattenMessages(mail![template])).flatMap((text) => readShape(text).asks);
  const names = asked.map((ask) => {
    const [name = "", kind] = ask.split(" ");
    return [name, kind === "plural" || kind === "number" ? "3" : stated];
  });
  return { template, locale, params: Object.fromEntries(names), secrets: { link: LINK }, organisation };
}

const templates = Object.keys((await loadMessages("fr")).mail ?? {});

describe.each(LOCALES)("every letter in %s", (locale) => {
  it.each(templates)("%s has all its words, and no place left open", async (template) => {
    const letter = await composeLetter(await sourceOf(template, locale, "Hélène Marchetti"));
    const [html, text] = [letterHtml(letter), letterText(letter)];
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.paragraphs.length).toBeGreaterThan(0);
    for (const part of [letter.subject, html, text]) {
      expect(part).not.toMatch(/[{}]|undefined|null|\[object|•/);
      expect(part).not.toContain(`mail.${template}`);
    }
    for (const stated of [letter.greeting, ...letter.paragraphs, letter.closing])
      expect(text).toContain(stated);
    expect(html).toContain(`<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}">`);
    expect(text).toContain(organisation.name);
    if (letter.action) expect(text).toContain(LINK);
  });

  it.each(templates)("%s puts nothing of what it is told into its HTML as HTML", async (template) => {
    const letter = await composeLetter(await sourceOf(template, locale, HOSTILE));
    const html = letterHtml({ ...letter, foot: { ...letter.foot, organisation: HOSTILE, address: HOSTILE } });
    expect(html).not.toContain("<img");
    expect(letter.subject).not.toMatch(/[\r\n]/);
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !KNOWN_TAGS.has(tag!))).toEqual([]);
  });
});

const KNOWN_TAGS = new Set([
  "html",
  "head",
  "meta",
  "title",
  "body",
  "table",
  "tr",
  "td",
  "h1",
  "div",
  "p",
  "a",
]);

describe("composeLetter", () => {
  const trial: LetterSource = {
    template: "trial",
    locale: "ar",
    params: { name: "Hélène", organisation: "Orvelle" },
    secrets: {},
    organisation,
  };

  it("keeps a Latin name to itself in an Arabic sentence", async () => {
    expect((await composeLetter(trial)).greeting).toContain("\u2068Hélène\u2069");
    expect((await composeLetter({ ...trial, locale: "fr" })).greeting).toBe("Bonjour Hélène,");
    const arabic = { ...trial, locale: "fr", params: { ...trial.params, name: "سلمى" } };
    expect((await composeLetter(arabic)).greeting).toContain("\u2068سلمى\u2069");
  });

  it.each([
    ["fr", "DPO"],
    ["en", "DPO"],
    ["ar", "مندوب حماية المعطيات"],
  ])("names the role of an invitation in %s", async (locale, role) => {
    const params = { name: "Rachid", by: "Salma", organisation: "Nejma", role: "dpo", until: "lundi" };
    const invitation = {
      template: "member-invitation",
      locale,
      params,
      secrets: { link: LINK },
      organisation,
    };
    expect((await composeLetter(invitation)).paragraphs.join()).toContain(role);
  });

  it("lets no value turn a line round or break it", async () => {
    const letter = await composeLetter({
      ...trial,
      locale: "fr",
      params: { ...trial.params, name: "a\u202eb\r\nc" },
    });
    expect(letter.greeting).toBe("Bonjour ab c,");
  });

  it("speaks French to whoever's language it does not know", async () => {
    expect((await composeLetter({ ...trial, locale: "de" })).locale).toBe("fr");
  });

  it.each([
    ["an unknown template", { template: "nowhere" }],
    ["a template named after what every object has", { template: "constructor" }],
    ["a missing value", { params: { name: "Hélène" } }],
  ])("refuses %s", async (_, change) => {
    await expect(composeLetter({ ...trial, ...change })).rejects.toThrow(LetterFault);
  });

  it("masks what it must not show", async () => {
    const letter = await composeLetter({ ...trial, locale: "fr", params: { name: "Hélène" }, secrets: null });
    expect(letter.greeting).toBe("Bonjour Hélène,");
    expect(letter.paragraphs[0]).toContain("••••••");
  });

  it("names no organisation in a letter of the platform", async () => {
    const letter = await composeLetter({ ...trial, organisation: null });
    expect(letter.foot).toMatchObject({ organisation: "", address: "" });
  });
});

describe("the receipt of a decision", () => {
  it.each([
    ["approve", "vous avez autorisé Nebula"],
    ["conditions", "vous avez autorisé Nebula sous conditions"],
    ["refuse", "vous avez refusé Nebula"],
    ["object", "vous avez fait opposition à Nebula"],
    ["revoke", "vous avez retiré votre autorisation à Nebula"],
  ])("tells its signatory what he or she did for the controller: %s", async (stated, words) => {
    const source = await sourceOf("portal-decision-receipt", "fr", "le 3 mars");
    const params = { ...source.params, said: stated, subProcessor: "Nebula", controller: "Orvelle" };
    const { paragraphs } = await composeLetter({ ...source, params });
    expect(paragraphs[0]).toContain(`En qualité de signataire pour Orvelle, ${words}, le 3 mars`);
  });
});
