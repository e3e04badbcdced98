import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { type AskedOfParent, ParentalFacts, ParentalForm, ParentalTerms } from "./parental-parts";

const party = { name: "Zellij", contact: "dpo@zellij.example", address: "Casablanca" };
const replaced: AskedOfParent = {
  org: "o",
  link: "l",
  state: "replaced",
  act: "mail",
  purpose: "",
  country: "",
  processor: party,
  controller: { ...party, name: "Mutuelle" },
  power: "parent",
  language: "fr",
  authorisedOn: null,
  agreedAt: 0,
  validUntil: null,
  bornYear: "2015",
  parent: "Une mère",
  email: "",
  answerUntil: "2026-12-28",
  erasedFrom: "2027-01-28",
  aloneFrom: null,
  isJoint: false,
  answers: [],
  statement: "Des courriels.",
  mayAnswer: false,
  mayDecline: true,
  mayWithdraw: false,
  awaitsOwnChoice: false,
};

async function shownOf(asked: AskedOfParent, chosen?: "authorise"): Promise<string> {
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "fr",
      timeZone: "Europe/Paris",
      messages: await loadMessages("fr"),
      children: [
        createElement(ParentalFacts, { key: "facts", asked }),
        createElement(ParentalTerms, { key: "terms", asked }),
        createElement(ParentalForm, { key: "form", token: "t", asked, chosen }),
      ],
    }),
  );
}

it("offers a refusal alone through a link that another followed", async () => {
  const page = await shownOf(replaced);
  expect(page).toContain('name="answer" value="decline"');
  expect(page).toContain("Refuser");
  expect(page).not.toContain("J’autorise");
  expect(await shownOf({ ...replaced, state: "over" })).toContain(
    "Une autre personne a autorisé entre-temps",
  );
});

it("chooses nothing beforehand, and keeps an authorisation that was sent without the declaration", async () => {
  const asked: AskedOfParent = { ...replaced, state: "sent", mayAnswer: true };
  const checked = /<input(?=[^>]*checked)(?=[^>]*value="(\w+)")/g;
  const chosenIn = (page: string) => [...page.matchAll(checked)].map(([, value]) => value);
  expect(chosenIn(await shownOf(asked))).toEqual([]);
  expect(chosenIn(await shownOf(asked, "authorise"))).toEqual(["authorise"]);
});

it("names the day on which names are erased where nobody answers", async () => {
  expect(await shownOf(replaced)).toMatch(/28\sjanvier\s2027/);
});
