import { describe, expect, it } from "vitest";
import { activityFor, certificationsOn } from "./content";

const certification = (until: string | null) => ({ name: "ISO 27001", body: "", reference: "", until });

describe("certificationsOn", () => {
  it.each([
    [null, 1],
    ["2026-11-29", 1],
    ["2026-11-28", 1],
    ["2026-11-27", 0],
  ])("claims one that runs until %s on 28 November 2026: %s", (until, count) => {
    expect(certificationsOn("2026-11-28", [certification(until)])).toHaveLength(count);
  });
});

describe("activityFor", () => {
  it.each([
    ["ar", { fr: "Appels", en: "Calls", ar: "مكالمات" }, { language: "ar", text: "مكالمات" }],
    ["ar", { fr: "Appels", en: "Calls", ar: "" }, { language: "fr", text: "Appels" }],
    ["fr", { fr: "", en: "Calls", ar: "مكالمات" }, { language: "en", text: "Calls" }],
    ["fr", { fr: "", en: "", ar: "" }, null],
  ])("to a reader of %s", (locale, activity, found) => {
    expect(activityFor(locale, activity)).toEqual(found);
  });
});
