import { type ComponentProps, createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FormProvider } from "@/components/form/form-context";
import { listCountries } from "@/lib/i18n/country-options";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { IdentityFields } from "./identity-fields";

type Form = NonNullable<ComponentProps<typeof FormProvider>["value"]>;

/** Fields as a form binds them: the fields of identity read nothing else of it. */
const formWith = (values: Record<string, string>) =>
  ({ field: (name: string) => ({ id: name, name, defaultValue: values[name] ?? "" }) }) as unknown as Form;

async function countryOf(values: Record<string, string>, locale: (typeof LOCALES)[number]) {
  const fields = createElement(IdentityFields, { countries: await listCountries(locale, []) });
  const children = createElement(FormProvider, { value: formWith(values) }, fields);
  const around = { locale, messages: await loadMessages(locale), timeZone: "UTC", children };
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, around));
  return /<select[^>]*name="country"[\s\S]*?<\/select>/.exec(html)?.[0] ?? "";
}

it.each(LOCALES)("preselects no country at set-up in %s: the first choice is none", async (locale) => {
  const select = await countryOf({}, locale);
  expect(select).toMatch(/<select[^>]*>\s*<option value=""/);
  expect(select).toContain('value="MA"');
  expect(select).not.toMatch(/<option value="[A-Z]{2}"[^>]* selected/);
});

it("keeps the country that was chosen, and no other", async () => {
  const select = await countryOf({ country: "BE" }, "fr");
  expect(select.match(/<option value="[A-Z]{2}"[^>]* selected=""/g)).toEqual([
    '<option value="BE" selected=""',
  ]);
});
