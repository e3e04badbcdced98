import { describe, expect, it } from "vitest";
import { mayTakeMore, timesInWords } from "./stop-time-words";
import { answeredTimes, timesTakeMore } from "./times-asked";

describe("words that limit an objection to times", () => {
  it.each([
    "Je suis au travail le lundi matin, ne m’appelez plus",
    "Je travaille le samedi. Ne m’appelez plus",
    "I am at work on Monday mornings, do not call me again",
    "أعمل يوم الاثنين، لا تتصلوا بي",
  ])("takes a reason for no limit: %j", (words) => expect(timesInWords(words, "2026-12-02")).toBeNull());

  it.each([
    ["Ne m’appelez pas avant 18 h", { from: "00:00", until: "18:00" }],
    ["Pas d’appel le week-end, ni avant 18h30", { days: [6, 7], from: "00:00", until: "18:30" }],
    ["Je suis disponible après 18 h, pas avant", { from: "00:00", until: "18:00" }],
    ["Ne m’appelez pas en semaine, je suis joignable le samedi", { days: [1, 2, 3, 4, 5, 7] }],
    ["Je ne suis pas disponible le lundi", { days: [1] }],
    ["لا تتصلوا بي صباحا، أنا متاح بعد السادسة مساء", { from: "00:00", until: "18:00" }],
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
    ["Ne m’appelez plus, sauf le samedi", { days: [1, 2, 3, 4, 5, 7] }],
    [
      "Ne m’appelez plus, sauf le samedi après 10 h",
      { days: [1, 2, 3, 4, 5, 7], from: "00:00", until: "10:00" },
    ],
    ["N’appelez plus, excepté le soir", { from: "00:00", until: "18:00" }],
    ["Do not call me except on Saturdays", { days: [1, 2, 3, 4, 5, 7] }],
    ["Don’t call me unless it’s after 6 pm", { from: "00:00", until: "18:00" }],
    ["لا تتصلوا بي ما عدا يوم السبت", { days: [1, 2, 3, 4, 5, 7] }],
    ["لا تتصلوا بي باستثناء المساء", { from: "00:00", until: "18:00" }],
    ["Appelez-moi quand vous voulez, sauf le samedi", { days: [6] }],
    ["Appelez le lundi, pas le mardi", { days: [2, 3, 4, 5, 6, 7] }],
    ["Pas le matin mais l’après-midi", { from: "18:00", until: "12:00" }],
    ["N’appelez que le mardi après 18 h", { days: [1, 3, 4, 5, 6, 7], from: "00:00", until: "18:00" }],
    ["Ne pas appeler avant 10 h ni après 18 h", { from: "18:00", until: "10:00" }],
    ["Pas entre midi et deux", { from: "12:00", until: "14:00" }],
    ["Pas l’après-midi", { from: "12:00", until: "18:00" }],
    ["Ne m’appelez pas du lundi au vendredi", { days: [1, 2, 3, 4, 5] }],
    ["Don’t call me Monday-Friday", { days: [1, 2, 3, 4, 5] }],
    ["Plus d’appels jusqu’à la fin de l’année", { lastDay: "2026-12-31" }],
    ["Pas d’appel pendant 3 mois", { lastDay: "2027-03-01" }],
    ["Ne m’appelez plus avant 6 mois", { lastDay: "2027-06-01" }],
    ["Pas avant le 6 janvier", { lastDay: "2027-01-05" }],
    ["Plus d’appels jusqu’au 15/01/2027", { lastDay: "2027-01-15" }],
    ["Ne m’appelez plus hors week-end", { days: [1, 2, 3, 4, 5] }],
    ["Hors du samedi, ne m’appelez pas", { days: [1, 2, 3, 4, 5, 7] }],
    ["Hors week-end, vous pouvez m’appeler", { days: [6, 7] }],
    ["Il est hors de question que vous m’appeliez le samedi", { days: [6] }],
    ["Pas d’appel, à part le mardi", { days: [1, 3, 4, 5, 6, 7] }],
    ["No calls excluding Saturdays", { days: [1, 2, 3, 4, 5, 7] }],
    ["Pas d’appel le week-end, surtout le dimanche", { days: [6, 7] }],
    ["Ne m’appelez plus, même le samedi", null],
    ["Ne m’appelez plus, surtout pas le samedi", null],
    ["Plus jamais, que ce soit le matin ou le soir", null],
    ["Do not call me any more, especially not in the evening", null],
    ["لا تتصلوا بي خصوصا في المساء", null],
    ["Ne m’appelez plus le samedi. D’ailleurs, ne m’appelez plus du tout.", null],
    ["Je ne veux plus être appelé le samedi, ni les autres jours", null],
    ["Ne m’appelez pas le samedi ni aucun autre jour", null],
    ["Ne m’appelez pas du tout le samedi", { days: [6] }],
    ["Pas du tout, sauf le mardi", null],
    ["Ne m’appelez plus à partir de lundi", null],
    ["Do not call me from Monday on", null],
    ["Do not call me from Monday to Friday", { days: [1, 2, 3, 4, 5] }],
    ["Ne m’appelez pas du lundi jusqu’au vendredi", { days: [1, 2, 3, 4, 5] }],
    ["Ne m’appelez plus jusqu’à lundi", { lastDay: "2026-12-07" }],
    ["No calls until Tuesday", { lastDay: "2026-12-08" }],
    ["لا تتصلوا بي حتى يوم الاثنين", { lastDay: "2026-12-07" }],
    ["Pas jusqu’au lundi 7 décembre", { lastDay: "2026-12-07" }],
    ["Pas plus tard que 18 h", { from: "18:00", until: "00:00" }],
    ["You may call me until January", null],
    ["لا تتصلوا بي قبل الساعة السادسة مساء", { from: "00:00", until: "18:00" }],
    ["لا تتصلوا بي قبل السادسة مساء", { from: "00:00", until: "18:00" }],
    ["لا تتصلوا بي بعد الساعة الثامنة والنصف مساء", { from: "20:30", until: "00:00" }],
    ["لا تتصلوا بي بعد الثالثة بعد الظهر", { from: "15:00", until: "00:00" }],
    ["لا تتصلوا بي قبل المساء", { from: "00:00", until: "18:00" }],
    ["لا تتصلوا بي قبل صلاة المغرب مساء", null],
    ["Ne m’appelez pas avant six heures du soir", { from: "00:00", until: "18:00" }],
    ["Pas avant dix-huit heures", { from: "00:00", until: "18:00" }],
    ["Pas après 8 h du soir", { from: "20:00", until: "00:00" }],
    ["Ne m’appelez pas avant le soir", { from: "00:00", until: "18:00" }],
    ["Do not call before the evening", { from: "00:00", until: "18:00" }],
    ["Do not call me before six in the evening", { from: "00:00", until: "18:00" }],
    ["Don’t call after nine pm", { from: "21:00", until: "00:00" }],
    ["Pas avant la sortie de l’école le soir", null],
    ["Ne m’appelez que le samedi matin", { days: [1, 2, 3, 4, 5, 7], from: "12:00", until: "00:00" }],
    ["Only call on Friday evenings", { days: [1, 2, 3, 4, 6, 7], from: "00:00", until: "18:00" }],
    ["Pas le lundi après 18 h", { windows: [{ day: 1, from: "18:00", until: "00:00" }] }],
    ["Pas le samedi matin", { windows: [{ day: 6, from: "00:00", until: "12:00" }] }],
    ["Not on Saturday mornings", { windows: [{ day: 6, from: "00:00", until: "12:00" }] }],
    ["Do not call on Monday before 10 am", { windows: [{ day: 1, from: "00:00", until: "10:00" }] }],
    ["Not on Fridays between 12 and 2 pm", { windows: [{ day: 5, from: "12:00", until: "14:00" }] }],
    ["لا تتصلوا بي صباح يوم السبت", { windows: [{ day: 6, from: "00:00", until: "12:00" }] }],
    ["لا تتصلوا بي يوم الاثنين بعد الساعة 18", { windows: [{ day: 1, from: "18:00", until: "00:00" }] }],
    [
      "Pas le lundi après 18 h ni le mercredi matin",
      {
        windows: [
          { day: 1, from: "18:00", until: "00:00" },
          { day: 3, from: "00:00", until: "12:00" },
        ],
      },
    ],
    [
      "Ne m’appelez pas le dimanche ni le lundi après 18 h",
      { days: [7], windows: [{ day: 1, from: "18:00", until: "00:00" }] },
    ],
    [
      "Appelez quand vous voulez, sauf le lundi après 18 h",
      { windows: [{ day: 1, from: "18:00", until: "00:00" }] },
    ],
    ["Pas le lundi avant 12 h ni le lundi après 12 h", { days: [1] }],
    [
      "Pas le week-end avant 11 h",
      {
        windows: [
          { day: 6, from: "00:00", until: "11:00" },
          { day: 7, from: "00:00", until: "11:00" },
        ],
      },
    ],
    [
      "Pas le lundi avant 10 h, jusqu’en mars",
      { windows: [{ day: 1, from: "00:00", until: "10:00" }], lastDay: "2027-03-31" },
    ],
    ["Vous m’avez appelé samedi à 21 h, arrêtez.", null],
    ["J’ai reçu un appel le samedi 21 à 10 h, je ne veux plus être appelée", null],
    ["Vous appelez tous les samedis, arrêtez", null],
    ["Depuis samedi vous n’arrêtez pas d’appeler", null],
    ["Only mornings except Friday", { days: [5], from: "12:00", until: "00:00" }],
    ["No evenings", { from: "18:00", until: "00:00" }],
    ["Ne m’appelez ni le week-end ni après 18 h", { days: [6, 7], from: "18:00", until: "00:00" }],
    ["Neither on weekends nor after 6 pm", { days: [6, 7], from: "18:00", until: "00:00" }],
    ["Ne m’appelez plus", null],
    ["Ne m’appelez plus au 06 12 34 56 78", null],
    ["Vous m’avez appelé samedi dernier : stop", null],
    ["Je m’oppose depuis le 12 mai", null],
  ])("%s", (words, times) => {
    expect(timesInWords(words, "2026-12-01")).toEqual(times);
  });

  it.each([
    ["Ne m’appelez pas le matin sauf le samedi", false],
    ["Only mornings except Friday", false],
    ["Pas entre 8 et 10 ni entre 18 et 20 le lundi", false],
    ["Pas le lundi matin ni après 18 h", true],
    ["Pas entre 8 et 9 ni entre 12 et 14 ni entre 18 et 20", true],
    ["Appelez-moi le samedi matin ou après 18 h", true],
    ["Pas le samedi matin", false],
    ["Not on Saturday mornings", false],
    ["لا تتصلوا بي صباح يوم السبت", false],
    ["Pas le lundi après 18 h", false],
    ["Pas le lundi et le mardi après 18 h", true],
    ["Pas le lundi avant 10 h ni le lundi après 18 h", false],
    ["Pas le lundi avant la sortie de l’école", true],
    ["Uniquement le matin et le samedi", true],
    ["Only on Saturdays or after 6 pm", true],
    ["Ne m’appelez que le mardi et le jeudi après 18 h", false],
    ["Ne m’appelez que le samedi matin", false],
    ["Ne m’appelez plus, sauf le mercredi après 18 h", false],
    ["Pas le samedi", false],
    ["Pas avant 18 h", false],
    ["Pas jusqu’en mars", false],
    ["Ne m’appelez plus", false],
  ])("may take more than was said: %s", (words, isMore) => {
    expect(mayTakeMore(words, "2026-12-01")).toBe(isMore);
  });

  it("may take more of an objection alone", () => {
    const asked = { words: "Pas le lundi et le mardi matin", at: Date.parse("2026-12-01T09:00Z") };
    expect(timesTakeMore({ ...asked, rights: ["marketing-objection"] })).toBe(true);
    expect(timesTakeMore({ ...asked, rights: ["access"] })).toBe(false);
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
