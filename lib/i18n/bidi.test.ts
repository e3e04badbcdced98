import { describe, expect, it } from "vitest";
import { isolate, isolateLine, isolateMessages, isolateTexts, markDirection, withoutIsolates } from "./bidi";
import { loadMessages } from "./messages";

/** Isolates as brackets, so that a table can be read. */
function drawn(text: string): string {
  return text.replaceAll("\u2068", "[").replaceAll("\u2069", "]").replaceAll("\u200f", "«rtl»");
}

describe("isolate", () => {
  it.each([
    ["7 rue Ibn Batouta, 20000 Casablanca", "ar", "[7 rue Ibn Batouta, 20000 Casablanca]"],
    ["+212 522 00 00 00", "ar", "[+212 522 00 00 00]"],
    ["المغرب", "ar", "المغرب"],
    ["مركز (الجنوب) 24", "ar", "[مركز (الجنوب) 24]"],
    ["12 rue des Arts", "fr", "12 rue des Arts"],
    ["مركز الاتصال", "fr", "[مركز الاتصال]"],
    ["", "ar", ""],
  ] as const)("%s in %s", (text, locale, expected) => {
    expect(drawn(isolate(text, locale))).toBe(expected);
  });
});

describe("markDirection", () => {
  const pair = "\u2068الأحد 29، \u2068+00:00\u2069\u2069 / \u2068الأحد 29، \u2068+01:00\u2069\u2069";
  it.each([
    ["two isolated dates", pair, `«rtl»${drawn(pair)}`],
    ["a word of its own", `في أجل ${pair}`, `في أجل ${drawn(pair)}`],
    ["no Arabic", "\u2068A-028\u2069 · \u2068Sahel\u2069", "[A-028] · [Sahel]"],
    ["an Arabic comma alone", "\u2068Salma\u2069، \u2068a@b.c\u2069", "[Salma]، [a@b.c]"],
    ["nothing", "", ""],
  ])("%s", (_, line, expected) => {
    expect(drawn(markDirection(line, "ar"))).toBe(expected);
    expect(markDirection(line, "fr")).toBe(line);
  });
});

describe("settleLine", () => {
  it.each([
    ["ممسوك (المادة 28(3)): اللائحة", "ممسوك (المادة [28(3)]): اللائحة"],
    ["المادة 30(2)(b)، المواد 44–46", "المادة [30(2)(b)]، المواد [44–46]"],
    ["الدار البيضاء +00:00", "الدار البيضاء [+00:00]"],
    ["بصمة SHA-256 وملف UTF-8 وقانون 09‑08", "بصمة SHA-256 وملف UTF-8 وقانون [09‑08]"],
    ["العنوان \u206830(2)\u2069", "العنوان [30(2)]"],
    ["27, 37", "[27, 37]"],
  ])("%s", (text, expected) => {
    expect(drawn(isolateLine(text, "ar"))).toBe(expected);
  });

  it("leaves French and English as they are", () => {
    expect(isolateLine("art. 28(3), +00:00", "fr")).toBe("art. 28(3), +00:00");
  });
});

describe("isolateTexts", () => {
  it("settles each line of each text in Arabic, and no name that a program reads", () => {
    const page = { title: "التدابير", cells: ["12 rue des Arts\nالمادة 28(2)"], id: "a 1" };
    const settled = isolateTexts(page, "ar", new Set(["id"]));
    expect(drawn(settled.cells.join(""))).toBe("[12 rue des Arts]\nالمادة [28(2)]");
    expect(settled).toMatchObject({ title: "التدابير", id: "a 1" });
    expect(isolateTexts(page, "fr")).toBe(page);
  });
});

describe("isolateMessages", () => {
  it.each([
    ["يدعوك {by} إلى {organisation}", "يدعوك [{by}] إلى [{organisation}]"],
    ["مرحبًا \u2068{name}\u2069،", "مرحبًا [{name}]،"],
    ["{role, select, owner {مالك} other {قارئ}}", "{role, select, owner {مالك} other {قارئ}}"],
    [
      "{count, plural, one {بطاقة {list}} other {# بطاقة}}",
      "{count, plural, one {بطاقة [{list}]} other {# بطاقة}}",
    ],
    ["{role, select, owner {Owner} other {قارئ}}", "{role, select, owner {Owner} other {قارئ}}"],
    ["{instrument}، {module}", "«rtl»[{instrument}]، [{module}]"],
    ["المادة 28(3)", "المادة [28(3)]"],
    ["{by} يدعوك إلى {organisation}", "«rtl»[{by}] يدعوك إلى [{organisation}]"],
    ["{ids}", "«rtl»[{ids}]"],
  ])("%s", (sentence, expected) => {
    const settled = isolateMessages({ group: { sentence } }, "ar") as { group: { sentence: string } };
    expect(drawn(settled.group.sentence)).toBe(expected);
  });

  it("changes nothing but Arabic, and nothing that a machine reads back", async () => {
    expect(JSON.stringify(await loadMessages("fr"))).not.toMatch(/[\u2066-\u2069]/);
    expect(withoutIsolates(isolate("30(2)", "ar"))).toBe("30(2)");
  });
});
