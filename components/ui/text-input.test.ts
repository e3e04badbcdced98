import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { listCountries } from "@/lib/i18n/country-options";
import { Select } from "./text-input";

const options = await listCountries("fr", ["EH"]);
const messages = await loadMessages("fr");
const render = (defaultValue: string) => {
  const children = createElement(Select, { name: "country", label: "Pays", options, defaultValue });
  const around = { locale: "fr" as const, messages, timeZone: "UTC", children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, around));
};

it("offers no country that the deployment leaves out, and keeps one that is stored", () => {
  expect(render("FR")).not.toContain('value="EH"');
  expect(render("FR")).toContain('value="MA"');
  expect(render("EH")).toMatch(/<option value="EH" selected="">Sahara occidental<\/option>/);
});
