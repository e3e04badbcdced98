import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { callQuerySchema } from "@/lib/features/telephone/schema";
import messages from "@/lib/i18n/messages/fr/telephone.json";
import { JudgedFacts } from "./judged-facts";

it("says on paper by which facts a call was judged, each in words", () => {
  const html = renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "fr",
      timeZone: "Europe/Paris",
      messages: { telephone: messages },
      children: createElement(JudgedFacts, {
        query: callQuerySchema.parse({
          territory: "FR",
          client: "0190a000-0000-7000-8000-00000000000c",
          audience: "consumer",
          consent: "yes",
          consentOn: "2026-10-02",
          sector: "other",
        }),
        clients: [{ value: "0190a000-0000-7000-8000-00000000000c", label: "Orvelle Énergie SA" }],
        countries: [{ value: "BE", label: "Belgique" }],
      }),
    }),
  );
  for (const words of ["France métropolitaine", "Orvelle Énergie SA", "Un consommateur", "Oui", "oct."])
    expect(html).toContain(words);
  expect(html).not.toMatch(/telephone\.|>consumer<|>0190/);
});
