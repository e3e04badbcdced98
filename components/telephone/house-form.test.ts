import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it, test } from "vitest";
import { NO_TIGHTENING, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { issuesOf } from "@/lib/forms/form-issues";
import { formValues } from "@/lib/forms/form-values";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { HouseForm } from "./house-form";
import { HouseList } from "./house-list";

async function shown(locale: Locale, children: ReactNode): Promise<string> {
  const messages = await loadMessages(locale);
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale, timeZone: "Europe/Paris", messages, children }),
  );
}

const formOf = (house: Partial<Tightening> = {}) =>
  createElement(HouseForm, { org: "o", version: 1, house: { ...NO_TIGHTENING, ...house } });

/** Fields that a form is refused by, in the order in which they are said. */
function refusedIn(typed: Record<string, string>): string[] {
  const form = new FormData();
  for (const [name, value] of Object.entries({ version: "1", ...typed })) form.set(name, value);
  const read = houseRuleSchema.safeParse(formValues(form));
  return read.success ? [] : issuesOf(read.error).map(({ path }) => path);
}

describe("the form of hours by day of the week", () => {
  it("shows what is stored, and two blank rows without JavaScript", async () => {
    const weekdays = [
      { day: 1, from: "10:00", until: "12:00" },
      { day: 1, from: "16:00", until: null },
    ];
    const page = await shown("fr", formOf({ weekdays }));
    for (const row of [0, 1, 2, 3]) expect(page).toContain(`name="weekdays.${row}.day"`);
    expect(page).toContain('value="16:00"');
    expect(page).not.toContain("Ajouter un jour");
  });

  it("refuses each fault at once, by the name of its own field, blank rows left out", async () => {
    const typed = {
      attempts: "5",
      "weekdays.1.day": "2",
      "weekdays.1.from": "16:00",
      "weekdays.1.until": "15:00",
      "weekdays.3.from": "10:00",
      reason: "",
    };
    const refused = refusedIn(typed);
    expect(refused.toSorted()).toEqual(["attempts", "reason", "weekdays.0.until", "weekdays.1.day"]);
    const page = await shown("fr", formOf());
    for (const field of refused.filter((path) => !path.startsWith("weekdays.")))
      expect(page).toContain(`name="${field}"`);
  });

  it("refuses what one row leaves nothing of beside the hours of every day", () => {
    const typed = { opensAt: "12:00", "weekdays.0.day": "1", "weekdays.0.until": "11:00", reason: "" };
    expect(refusedIn(typed).toSorted()).toEqual(["reason", "weekdays.0.until"]);
  });

  test.each([
    ["24:00", null],
    ["00:00", null],
    ["19:00", "19:00"],
  ])("reads %s as an end: %s", (until, expected) => {
    const read = houseRuleSchema.parse({
      version: 1,
      reason: "Charte",
      closesAt: until,
      weekdays: [{ day: "2", from: "14:00", until }],
    });
    expect([read.closesAt, read.weekdays]).toEqual([expected, [{ day: 2, from: "14:00", until: expected }]]);
  });
});

describe("the sheet", () => {
  const says = async (house: Partial<Tightening>, locale: Locale = "fr") =>
    (await shown(locale, createElement(HouseList, { house: { ...NO_TIGHTENING, ...house } })))
      .split(/<[^>]+>/)
      .map((text) => text.replaceAll(/[\u00a0\u202f]/g, " "))
      .filter(Boolean);

  it("says the hours that are left beside those of every day", async () => {
    const weekdays = [
      { day: 4, from: "10:00", until: null },
      { day: 1, from: "10:00", until: null },
      { day: 2, from: "10:00", until: "12:30" },
    ];
    expect(await says({ weekdays, opensAt: "12:00" })).toContain(
      "lundi et jeudi de 12:00 à 20:00 et mardi de 12:00 à 12:30, heure de la personne ; aucun appel les autres jours",
    );
  });

  it("names the days on which the law closes, and a week without an hour", async () => {
    const lines = await says({ weekdays: [{ day: 6, from: "10:00", until: "12:00" }] });
    expect(lines.slice(1)).toEqual([
      "samedi : sans effet en France, où la loi ferme ces jours (D223-9)",
      "aucune heure ne reste dans la semaine : pas d’appel sans rendez-vous précis",
    ]);
    expect(await says({ opensAt: "13:10", closesAt: "13:50" })).toHaveLength(2);
  });

  it.each(LOCALES)("has its words in %s", async (locale) => {
    const weekdays = [{ day: 7, from: null, until: null }];
    expect((await says({ weekdays }, locale)).join(" ")).not.toContain("telephone.");
  });
});
