import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckboxList } from "./checkbox-list";

const OTHERS = { summary: "Tous les pays", options: [{ id: "ZW", label: "Zimbabwe" }] };

test("options beside the first are boxes of the same name in a part that opens without JavaScript", () => {
  const list = createElement(CheckboxList, {
    name: "countries",
    label: "Pays",
    value: ["ZW"],
    options: [{ id: "MA", label: "Maroc" }],
    others: OTHERS,
  });
  const html = renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "fr", messages: {}, timeZone: "UTC", children: list }),
  );
  const [shown = "", folded = ""] = html.split("<details>");
  expect(shown).toContain("Maroc");
  expect(shown).not.toContain("Zimbabwe");
  expect(folded).toContain("<summary>Tous les pays</summary>");
  expect(folded).toMatch(/<input(?=[^>]*name="countries\[\]")(?=[^>]*value="ZW")(?=[^>]*checked)/);
});
