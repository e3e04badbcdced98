import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/domain/journal/canonical";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import type { Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { JournalChange } from "./journal-change";

type Shown = { noun: SubjectNoun; before?: JsonObject; after: JsonObject };

/** The texts of a change, without its tags, in their order. */
async function textsOf(locale: Locale, shown: Shown): Promise<string[]> {
  const messages = await loadMessages(locale);
  const change = createElement(JournalChange, { ...shown, names: {} });
  const provided = { locale, messages, timeZone: "UTC", children: change };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided))
    .split(/<[^>]+>/)
    .map((text) => text.replaceAll(/[\u00a0\u202f]/g, " ").trim())
    .filter((text) => text !== "");
}

const REQUEST = {
  regime: "specific",
  state: "submitted",
  scopeDigest: "cc8fe5",
  listVersion: 1,
  channel: "portal",
};

it("names fields and codes in French", async () => {
  const [, ...texts] = await textsOf("fr", { noun: "authorisation", after: REQUEST });
  expect(texts).toEqual([
    ...["Régime", "autorisation spécifique", "État", "demandée", "Empreinte du périmètre", "cc8fe5"],
    ...["Format de la liste jointe", "1", "Voie de la réponse", "Portail"],
  ]);
});

it("names them in Arabic, with no Latin name left", async () => {
  const texts = await textsOf("ar", { noun: "authorisation", after: { ...REQUEST, scopeDigest: "" } });
  expect(texts.join(" ")).not.toMatch(/[a-z]/i);
});

it("names parts of a value in Arabic, with no Latin name left", async () => {
  const clauses = { K01: { answer: "unread" }, K02: { answer: "insufficient" } };
  const texts = await textsOf("ar", { noun: "contract", after: clauses });
  expect(texts.join(" ").replaceAll(/K\d\d/g, "")).not.toMatch(/[a-z]/i);
  const fact = await textsOf("ar", { noun: "breach", after: { value: { isUnknown: true } } });
  expect(fact.join(" ")).not.toMatch(/[a-z]/i);
});

it("shows answers, days, instants and clauses as a reader knows them", async () => {
  const at = "2026-11-02T09:00:00.000Z";
  const [, ...texts] = await textsOf("fr", {
    noun: "controller",
    before: { hasNoDpo: false, country: "FR" },
    after: { hasNoDpo: true, country: "BE", archivedAt: at },
  });
  expect(texts.slice(0, 10)).toEqual([
    ...["Il n’en a pas désigné", "Avant :", "Non", "Après :", "Oui"],
    ...["Pays", "Avant :", "France", "Après :", "Belgique"],
  ]);
  expect(texts.at(-1)).toMatch(/^2 nov\. 2026, 09:00:00 Casablanca/);
  const clause = await textsOf("fr", { noun: "contract", after: { signedOn: "2026-01-05", K25: null } });
  expect(clause).toEqual(
    expect.arrayContaining(["5 janv. 2026", "Outil de transfert et analyse d’impact du transfert"]),
  );
});

it("puts parts of a document into words, and lists of them, with no JSON left", async () => {
  const [, ...texts] = await textsOf("fr", {
    noun: "controller",
    after: {
      country: { country: "FR", archivedAt: "2026-11-02", hasNoDpo: false, email: "" },
      language: [{ language: "fr" }, { language: "ar" }],
    },
  });
  expect(texts).toEqual([
    ...["Pays", "Pays : France · Archivé le : 2 nov. 2026 · Il n’en a pas désigné : Non"],
    ...["Langue des courriels", "Langue des courriels : français, Langue des courriels : arabe"],
  ]);
  expect(texts.join(" ")).not.toMatch(/[{}"[\]]/);
});

it("names the days of the week of a rule of calls", async () => {
  const weekdays = [{ day: "1", from: "10:00", until: "12:00" }];
  const [, ...texts] = await textsOf("fr", { noun: "telephone", after: { weekdays } });
  expect(texts.join(" ")).toBe("Heures par jour de la semaine Jour : lundi · De : 10:00 · À : 12:00");
  const arabic = await textsOf("ar", { noun: "telephone", after: { weekdays } });
  expect(arabic.join(" ")).not.toMatch(/[a-z]|: 1/i);
});
