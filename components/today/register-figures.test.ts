import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { RegisterFigures } from "./register-figures";

const FRENCH = { locale: "fr" as const, messages: await loadMessages("fr"), timeZone: "UTC", children: null };
const NONE = { open: 0, complete: 0, incomplete: 0, due: 0, toReview: 0, drafts: 0, ended: 0 };

function render(incomplete: number): string {
  const records = Object.assign({}, NONE, { open: 3, incomplete });
  const facts = { records, own: NONE, codes: [], now: 0 };
  const figures = createElement(RegisterFigures, { org: "atlas", facts });
  return renderToStaticMarkup(createElement(NextIntlClientProvider, FRENCH, figures));
}

it("says how the page of compliance counts otherwise what it counts to complete", () => {
  expect(render(2)).toContain("La page Conformité réunit les deux registres");
  expect(render(0)).not.toContain("La page Conformité réunit");
});
