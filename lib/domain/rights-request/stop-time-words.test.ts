import { describe, expect, it } from "vitest";
import { timesInWords } from "./stop-time-words";
import { answeredTimes } from "./times-asked";

describe("words that limit an objection to times", () => {
  it.each([
    ["Ne m’appelez pas avant 18 h", { from: "00:00", until: "18:00" }],
    ["Pas d’appel le week-end, ni avant 18h30", { days: [6, 7], from: "00:00", until: "18:30" }],
    ["Appelez-moi seulement après 18 h", { from: "00:00", until: "18:00" }],
    ["Uniquement entre 18h et 20h", { from: "20:00", until: "18:00" }],
    ["Pas entre 12 h et 14 h", { from: "12:00", until: "14:00" }],
    ["Ne me rappelez pas après 20 heures", { from: "20:00", until: "00:00" }],
    ["Pas le samedi", { days: [6] }],
    ["N’appelez que le mardi", { days: [1, 3, 4, 5, 6, 7] }],
    ["Ne m’appelez plus jusqu’en janvier", { lastDay: "2027-01-31" }],
    ["Pas avant janvier", { lastDay: "2026-12-31" }],
    ["Plus d’appels jusqu’au 15 mars 2027", { lastDay: "2027-03-15" }],
    ["Do not call before 6 pm", { from: "00:00", until: "18:00" }],
    ["Never on Saturdays", { days: [6] }],
    ["No calls until January", { lastDay: "2027-01-31" }],
    ["لا تتصلوا بي قبل الساعة 18", { from: "00:00", until: "18:00" }],
    ["لا تتصلوا بي قبل الساعة ١٨", { from: "00:00", until: "18:00" }],
    ["لا تتصلوا بي يوم السبت", { days: [6] }],
    ["لا تتصلوا حتى يناير", { lastDay: "2027-01-31" }],
    ["Ne m’appelez plus", null],
    ["Ne m’appelez plus au 06 12 34 56 78", null],
    ["Vous m’avez appelé samedi dernier : stop", null],
    ["Je m’oppose depuis le 12 mai", null],
  ])("%s", (words, times) => {
    expect(timesInWords(words, "2026-12-01")).toEqual(times);
  });

  it("are asked about, and neither widen nor narrow an objection by themselves", () => {
    const asked = {
      rights: ["marketing-objection"],
      words: "Pas le samedi",
      at: Date.parse("2026-12-01T09:00Z"),
    };
    expect(answeredTimes({ ...asked, timesAnswer: null })).toMatchObject({ ok: false });
    expect(answeredTimes({ ...asked, timesAnswer: "always" })).toEqual({ ok: true, value: null });
    expect(answeredTimes({ ...asked, timesAnswer: "as-written" })).toEqual({
      ok: true,
      value: { days: [6] },
    });
    expect(answeredTimes({ ...asked, rights: ["access"], timesAnswer: null })).toEqual({
      ok: true,
      value: null,
    });
  });
});
