import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { z } from "zod";
import { initialTimes, STOP_TIMES_FIELDS } from "@/lib/forms/stop-times-fields";
import form from "@/lib/i18n/messages/fr/form.json";
import ui from "@/lib/i18n/messages/fr/ui.json";
import { StopTimesFields, useTimesLabel } from "./stop-times-fields";
import { useServerForm } from "./use-server-form";

const times = {
  windows: [
    { day: 1, from: "08:00", until: "10:00" },
    { day: 1, from: "18:00", until: "20:00" },
  ],
};

const within = (component: () => React.ReactNode) =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "fr",
      timeZone: "Africa/Casablanca",
      messages: { form, ui },
      children: createElement(component),
    }),
  );

it("shows both parts of a day that are proposed, each under its own label, before any script", () => {
  const page = within(function Fields() {
    const served = useServerForm({
      action: (state) => Promise.resolve(state),
      schema: z.object(STOP_TIMES_FIELDS),
      initial: initialTimes(times),
    });
    return createElement(StopTimesFields, { form: served });
  });
  const inputs = page.match(/<input[^>]*>/g) ?? [];
  for (const [name, value] of [
    ["d1.from", "08:00"],
    ["d1.until", "10:00"],
    ["d1b.from", "18:00"],
    ["d1b.until", "20:00"],
  ])
    expect(
      inputs.find((input) => input.includes(`name="barredWindows.${name}"`)),
      name,
    ).toContain(`value="${value}"`);
  expect(inputs.filter((input) => input.includes("barredWindows"))).toHaveLength(28);
  expect(page.match(/<details[^>]* open=""/g)).toHaveLength(2);
  const labels = [...page.matchAll(/<label[^>]*>(.*?)<\/label>/g)].map(([, label]) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

it("names the fields of each part in the summary of a refused form", () => {
  const said = within(function Labels() {
    const labelOf = useTimesLabel();
    return ["barredWindows.d1.until", "barredWindows.d1b.until", "barredFrom", "barredWindows.d8.from"]
      .map((path) => labelOf(path) ?? "none")
      .join(" | ");
  });
  expect(said).toBe("Lundi, jusqu’à | Lundi, deuxième partie, jusqu’à | Pas de contact de | none");
});
