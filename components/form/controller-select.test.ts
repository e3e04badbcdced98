import { readdirSync, readFileSync } from "node:fs";
import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { ControllerSelectOf } from "./controller-select";

const FILES = readdirSync("components", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => `components/${file}`)
  .filter((file) => readFileSync(file, "utf8").includes('"controllerId"'));
/** A choice of a controller that is no ControllerSelect. */
const OTHER_CHOICE = /<Select\s+\{\.\.\.(?:[\w.]+\("controllerId"\))\}/;
const messages = await loadMessages("fr");

function render(options: { value: string; label: string }[], isNone?: boolean): string {
  const field = { org: "centre", name: "controllerId", label: "Client", options, isNone };
  const children = createElement(ControllerSelectOf, field);
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "fr", messages, timeZone: "UTC", children }),
  );
}

it.each(FILES)("%s asks for a controller by the field that says where there is none", (file) => {
  expect(readFileSync(file, "utf8")).not.toMatch(OTHER_CHOICE);
});

it("covers the forms that ask for one", () => {
  const asking = FILES.filter((file) => readFileSync(file, "utf8").includes("<ControllerSelect"));
  expect(asking.length).toBeGreaterThan(12);
});

it("offers to add a controller where the list is empty, and not elsewhere", () => {
  expect(render([])).toContain('href="/centre/controllers/new"');
  expect(render([{ value: "", label: "Tous" }], true)).toContain("Aucun client n’est encore inscrit");
  expect(render([{ value: "1", label: "Orvelle" }])).not.toContain("controllers/new");
});
