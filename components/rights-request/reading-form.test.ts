import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import messages from "@/lib/i18n/messages/fr/rights-request.json";
import { heldOf } from "./number-part";
import { ReadingForm, type HeldReadings } from "./reading-form";

const pageOf = (held: HeldReadings) =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "fr",
      timeZone: "Africa/Casablanca",
      messages: { "rights-request": messages, ui: { optional: "facultatif" } },
      children: createElement(ReadingForm, {
        org: "o",
        id: "0",
        place: 0,
        isAddress: false,
        chosen: null,
        held,
        options: ["+33612345678", "+212612345678"].map((value) => ({ value, label: value })),
      }),
    }),
  );

it("promises to keep numbers stopped only where the objection stands under all of them", () => {
  expect(pageOf("all")).toContain("restent arrêtés");
  for (const held of ["some", "none"] as const) {
    expect(pageOf(held)).not.toContain("restent arrêtés");
    expect(pageOf(held)).not.toContain("garder tous ces numéros arrêtés");
    expect(pageOf(held)).toContain("arrêter tous ces numéros");
  }
  expect(pageOf("none")).toContain("sous aucun de ces numéros");
});

it("does not call a reason optional that is due", () => {
  expect(pageOf("all")).not.toContain("facultatif");
});

it.each([
  [[true, true], "all"],
  [[true, false], "some"],
  [[false, false], "none"],
] as const)("reads from what is written, %j: %s", (written, held) => {
  expect(heldOf({ readings: written.map((isWritten) => ({ isWritten })) })).toBe(held);
});
