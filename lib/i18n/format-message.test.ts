import { createElement } from "react";
import libraryFormat from "use-intl/format-message";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import { expect, test } from "vitest";
import { elideBeforeValues } from "./elision";
import formatMessage from "./format-message";
import { LOCALES, type Locale } from "./locale";
import { readShape } from "./message-arguments";
import { flattenMessages } from "./message-rules";
import { loadMessages } from "./messages";

type Values = Parameters<typeof formatMessage>[2];

function byLibrary(locale: Locale, message: string, values: Values) {
  const cache = _createCache();
  const formatters = _createIntlFormatters(cache);
  return libraryFormat("key", message, values, { cache, formatters, locale, timeZone: "UTC" });
}

const SAMPLES = [0, 1, 2, 11, 1234, "Atlas", new Date("2026-03-14T23:30:00Z")];

/** Supplies a value for each argument; a kind lists the possible values, a tag becomes an element. */
function valuesFor(asks: string[], sample: (typeof SAMPLES)[number]): Values {
  return Object.fromEntries(
    asks.map((ask) => {
      const [name = "", type] = ask.split(" ");
      const tag = /^<(.+)>$/.exec(name)?.[1];
      if (tag) return [tag, (chunks: unknown) => createElement("b", { key: tag }, chunks as string)];
      if (type === "date" || type === "time") return [name, new Date("2026-03-14T23:30:00Z")];
      if (type && type !== "select") return [name, typeof sample === "number" ? sample : 3];
      return [name, sample];
    }),
  );
}

test.each(LOCALES)(
  "every sentence in %s says what the library says, but for French elisions",
  async (locale) => {
    const sentences = Object.values(flattenMessages(await loadMessages(locale)));
    expect(sentences.length).toBeGreaterThan(1000);
    const differing = sentences.flatMap((sentence) => {
      const { asks } = readShape(sentence);
      const samples = asks.length > 0 ? SAMPLES : [undefined];
      return samples
        .map((sample) => (sample === undefined ? undefined : valuesFor(asks, sample)))
        .filter(
          (values) =>
            shown(formatMessage, locale, sentence, values) !==
            shown(byLibraryAs, locale, elideBeforeValues(sentence, values, locale), values),
        )
        .map(() => sentence);
    });
    expect(differing).toEqual([]);
  },
  // Formats some ten thousand sentences twice.
  60_000,
);

const byLibraryAs = (_key: string, message: unknown, values: Values, { locale }: { locale: string }) =>
  byLibrary(locale as Locale, message as string, values);

function shown(format: typeof byLibraryAs, locale: Locale, sentence: string, values: Values): string {
  return JSON.stringify(format("key", sentence, values, { locale }));
}

test("a value that is missing throws, the first time and the second", () => {
  for (let time = 0; time < 2; time += 1)
    expect(() => formatMessage("key", "Bonjour {name}", {}, { locale: "fr" })).toThrow(/name/);
});

test("a sentence that cannot be read, or is no sentence, is a fault of its own", () => {
  const translate = (message: unknown) => () => formatMessage("key", message, { a: 1 }, { locale: "fr" });
  expect(translate("{a")).toThrow("INVALID_MESSAGE");
  expect(translate(["a"])).toThrow("INVALID_MESSAGE");
  expect(translate({ a: "b" })).toThrow("INSUFFICIENT_PATH");
});

test("the same words in two languages keep their own plurals", () => {
  const message = "{n, plural, one {one} other {other}}";
  const translate = (locale: string) => formatMessage("key", message, { n: 0 }, { locale });
  expect([translate("fr"), translate("en"), translate("fr")]).toEqual(["one", "other", "one"]);
});
