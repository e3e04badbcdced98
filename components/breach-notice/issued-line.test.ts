import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { IssuedLine } from "./communication";

async function read(of: Parameters<typeof IssuedLine>[0]["of"]): Promise<string> {
  const provider = { locale: "fr" as const, messages: await loadMessages("fr"), timeZone: "UTC" };
  const children = createElement(IssuedLine, { of });
  return renderToStaticMarkup(createElement(NextIntlClientProvider, { ...provider, children }));
}

it("says when a notice was issued, by whom and to whom, and nothing of a draft", async () => {
  const at = Date.parse("2026-12-01T10:00Z");
  const line = await read({ issuedAt: at, issuedByName: "Imane Berrada", recipients: ["Hélène Marchetti"] });
  expect(line).toContain("Imane Berrada");
  expect(line).toContain("Hélène Marchetti");
  expect(line).toContain("2026");
  expect(await read({ issuedAt: null, issuedByName: "", recipients: [] })).toBe("");
});
