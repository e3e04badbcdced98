import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { callQuerySchema } from "@/lib/features/telephone/schema";
import messages from "@/lib/i18n/messages/fr/telephone.json";
import { CallForm } from "./call-form";

function fieldsFor(typed: Record<string, string>): { shown: string[]; kept: string[] } {
  const form = createElement(CallForm, {
    org: "o",
    query: callQuerySchema.parse(typed),
    today: "2026-12-01",
    isAbroad: (typed.territory ?? "FR") !== "FR",
    clients: [{ value: "0", label: "Orvelle" }],
    usual: [{ value: "BE", label: "Belgique" }],
    others: [{ value: "ZW", label: "Zimbabwe" }],
  });
  const page = renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "fr",
      timeZone: "Europe/Paris",
      messages: { telephone: messages },
      children: form,
    }),
  );
  const names = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, name]) => name ?? "");
  return {
    shown: names(/<(?:input(?! type="hidden")|select)[^>]* name="(\w+)"/g),
    kept: names(/<input type="hidden" name="(\w+)"/g),
  };
}

it("asks of a call to another country only what its judgement uses, and keeps what was typed for France", () => {
  const { shown, kept } = fieldsFor({ territory: "BE", sector: "energy", listed: "yes", objected: "yes" });
  expect(shown.toSorted()).toEqual(
    [
      ...["on", "time", "territory", "client", "channel", "robot"],
      ...["refused", "refusedOn", "objected", "objectedOn"],
      ...["consent", "consentOn", "consentUntil", "withdrawn", "withdrawnOn"],
    ].toSorted(),
  );
  expect(kept).toContain("listed");
  expect(kept).not.toContain("objected");
});

it("asks everything of a call to France", () => {
  const { shown, kept } = fieldsFor({ territory: "FR", listed: "yes" });
  expect(shown).toEqual(expect.arrayContaining(["listed", "sector", "shownNumber", "client"]));
  expect(kept).toEqual([]);
});
