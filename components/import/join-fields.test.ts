import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PlannedController } from "@/lib/domain/import/controllers";
import type { FormState } from "@/lib/forms/form-state";
import { loadMessages } from "@/lib/i18n/messages";
import { ControllerNames } from "./controller-names";
import { RefusedFields } from "./refused-fields";

const messages = await loadMessages("en");

const named = (name: string): PlannedController => ({
  key: `new:${name}`,
  name,
  existingId: null,
  spellings: [name],
  rows: 1,
  near: [],
  isPlaceholder: false,
  isSettled: false,
  reading: {},
});

/** Chosen value of each spelling, and the error beside it. */
function render(names: readonly string[], state: FormState, known = 0) {
  const controllers = names.map(named);
  const others = Array.from({ length: known }, (_, at) => ({ key: `known:${at}`, legalName: `Known ${at}` }));
  const list = createElement(ControllerNames, { controllers, known: others });
  const children = createElement(RefusedFields, { state, children: list });
  const html = renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "en", messages, timeZone: "UTC", children }),
  );
  const items = html.split("<li").slice(1);
  return Object.fromEntries(
    items.map((item) => {
      const [, spelling = ""] = /\.name" value="([^"]*)"/.exec(item) ?? [];
      const [, chosen = ""] =
        /<option value="([^"]*)" selected/.exec(item) ??
        /<input[^>]*list=[^>]*value="([^"]*)"/.exec(item) ??
        [];
      return [spelling, { chosen, isRefused: item.includes('class="reason"') }];
    }),
  );
}

const refusal: FormState = {
  status: "refused",
  issues: [{ path: "joins.1.to", key: "joinUnknown", params: { name: "Nobody" } }],
  values: {
    joins: [
      { name: "Orvelle", to: "new:Voltiris" },
      { name: "Voltiris", to: "Nobody" },
    ],
  },
};

it("gives back where a name was put by that name, wherever it stands since", () => {
  expect(render(["Brenval", "Voltiris", "Orvelle"], refusal)).toMatchObject({
    Brenval: { chosen: "new:Brenval", isRefused: false },
    Voltiris: { isRefused: true },
    Orvelle: { chosen: "new:Voltiris", isRefused: false },
  });
});

it("gives back a typed name beside its spelling too", () => {
  expect(render(["Brenval", "Voltiris"], refusal, 90)).toEqual({
    Brenval: { chosen: "Brenval", isRefused: false },
    Voltiris: { chosen: "Nobody", isRefused: true },
  });
});
