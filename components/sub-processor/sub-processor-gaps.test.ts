import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ReliantClient, SubProcessorGap } from "@/lib/domain/sub-processor/sub-processor-case";
import type { Locale } from "@/lib/i18n/locale";
import { SubProcessorGaps } from "./sub-processor-gaps";

const GAP: SubProcessorGap = {
  rule: "module-3-missing",
  level: "required",
  article: "44, 46(2)",
  section: "transfers",
  field: "module-3",
};

function render(locale: Locale, clients: ReliantClient[]): string {
  const read = (name: string): unknown =>
    JSON.parse(
      readFileSync(join(import.meta.dirname, "../../lib/i18n/messages", locale, `${name}.json`), "utf8"),
    );
  const messages = {
    "sub-processor-gaps": read("sub-processor-gaps"),
    "data-law": read("data-law"),
  } as Record<string, Record<string, string>>;
  const gaps = createElement(SubProcessorGaps, { gaps: [{ ...GAP, clients }] });
  const words = { locale, messages, timeZone: "UTC", children: null };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, words, gaps));
}

const client = (name: string, ...laws: ReliantClient["laws"]): ReliantClient => ({ id: name, name, laws });

it.each<[Locale, string]>([
  ["fr", "Manque pour : Orvelle (RGPD), Thames (UK GDPR)."],
  ["en", "Missing for: Orvelle (GDPR), Thames (UK GDPR)."],
])("names two clients of two laws, each with its own, in %s", (locale, expected) => {
  const shown = render(locale, [client("Orvelle", "gdpr"), client("Thames", "uk")]);
  expect(shown.replaceAll(/[\u00a0\u202f]/g, " ")).toContain(expected);
});

it("counts the clients beyond the twelfth, and names nobody where nobody relies on it", () => {
  const many = Array.from({ length: 14 }, (_, index) => client(`Client ${index + 1}`, "gdpr"));
  expect(render("en", many)).toContain("Client 12 (GDPR) and 2 others.");
  expect(render("en", many)).not.toContain("Client 13");
  expect(render("en", [])).not.toContain("Missing for");
});
