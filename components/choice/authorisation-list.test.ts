import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { Authorisation } from "./authorisation-list";

type Shown = ComponentProps<typeof Authorisation>["authorisation"];

// Cast because the list reads these fields alone; the others would have to be made up.
const STATED = {
  id: "a",
  people: null,
  power: "parent",
  means: "declaration-email",
  proof: "",
  recordedAt: new Date("2026-11-28T09:00:00Z"),
  state: "sent",
  age: { kind: "unknown" },
  letter: null,
  answeredAt: null,
  own: null,
} as unknown as Shown;

it.each([
  [null, "par le lien d’un courriel d’Amana"],
  ["2026-11-28", "déclaration, confirmée par courriel"],
])("says who sent the letter that proves a declaration, authorised on %s", async (authorisedOn, words) => {
  const html = renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "fr",
      timeZone: "Europe/Paris",
      messages: await loadMessages("fr"),
      children: createElement(Authorisation, {
        org: "o",
        authorisation: { ...STATED, authorisedOn },
        mayOpenLetters: false,
      }),
    }),
  );
  expect(html).toContain(words);
  expect(html).not.toContain("vous-même");
});
