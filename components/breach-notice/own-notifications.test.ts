import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { loadMessages } from "@/lib/i18n/messages";
import { OwnNotifications } from "./own-notifications";

async function read(clientRole: string): Promise<string> {
  const client = { country: "FR", establishments: [], targeting: "", targetCountries: [], clientRole };
  const duties = authorityDuties(client, "2026-11-25");
  const shown = createElement(OwnNotifications, { own: [], target: null, aware: null, duties });
  const provider = { locale: "fr" as const, messages: await loadMessages("fr"), timeZone: "UTC" };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, { ...provider, children: shown }));
}

it("asks a controller for its notification to its authority, and a processor, which has none, for nothing", async () => {
  expect(await read("controller")).toContain("non renseignée");
  expect(await read("processor")).toBe("");
});
