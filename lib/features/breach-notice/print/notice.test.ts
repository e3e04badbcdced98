import { describe, expect, it } from "vitest";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { NO_CONTENT } from "@/lib/domain/breach/notice-content";
import { LOCALES } from "@/lib/i18n/locale";
import { noticeData, printNotice, type PrintableNotice } from "./print-notice";

const FRENCH = authorityDuties(
  { country: "FR", establishments: [], targeting: "", targetCountries: [], clientRole: "controller" },
  "2026-11-25",
);
const at = Date.UTC(2026, 10, 25, 9, 40);
const sample: PrintableNotice = {
  organisation: { name: "Atlas Contact", address: "12, rue du Port, Casablanca" },
  controller: "Nordalia Services",
  jointControllers: [],
  incident: "8d2f6c1e-5a4b-4b1e-9d43-0c1f2a3b4c5d",
  number: 2,
  phase: "follow-up",
  isDrill: true,
  locale: "fr",
  zone: "Europe/Paris",
  content: {
    ...NO_CONTENT,
    occurredFrom: at - 90_000_000,
    awareAt: at - 7_200_000,
    whatHappened: "Une sauvegarde du serveur CRM-02 a été copiée par un tiers.",
    natures: ["confidentiality", "integrity"],
    persons: 1284,
    contactPoint: "Délégué à la protection des données, dpo@atlas.example, +212 5 22 00 00 00",
    measures: "Accès fermés.\nMots de passe changés.",
  },
  previous: { ...NO_CONTENT, awareAt: at - 7_200_000, persons: 1000 },
  lateReason: "Panne du relais",
  duties: FRENCH,
  at,
  issuedBy: "Salma Idrissi",
};

describe("printNotice", () => {
  it.each(LOCALES)(
    "prints a tagged PDF/UA-1 in %s, with the drill, the news and what is unknown",
    async (locale) => {
      const pdf = Buffer.from(await printNotice({ ...sample, locale })).toString("latin1");
      expect(pdf.startsWith("%PDF-")).toBe(true);
      expect(pdf).toContain("pdfuaid");
      const data = JSON.stringify(await noticeData({ ...sample, locale }));
      expect(data).toContain("1");
      expect(data).not.toMatch(/V-\d{4}/);
      expect(data).not.toContain("breach-notice-letter.");
    },
  );

  it("marks what is new and states what is not known", async () => {
    const { sections, paragraphs, drill, label, incident, foot } = await noticeData(sample);
    const rows = sections.flatMap((section) => section.rows);
    const row = (label: string) => rows.find((it) => it.label === label)!;
    expect(row("Nombre approximatif de personnes")).toMatchObject({ note: "modifié" });
    expect(row("Nature")).toMatchObject({ note: "nouveau" });
    expect(row("Cause")).toEqual({
      label: "Cause",
      lines: [{ text: "Pas encore connu", tone: "soft" }],
      note: "",
    });
    expect(paragraphs.some((text) => text.includes("Panne du relais"))).toBe(true);
    expect(drill).toContain("EXERCICE");
    expect(incident).toMatch(/^Violation connue de nous le .*25\snovembre\s2026/u);
    expect(foot).toContain("25");
    const printed = JSON.stringify(await noticeData(sample));
    expect(printed).not.toContain(sample.incident.slice(-8));
    expect(label).toContain("complémentaire");
  });

  it.each(LOCALES)(
    "calls the processor's own threshold its own in %s, and the notice not late",
    async (locale) => {
      const delay = { rule: "own-threshold", hours: 24 } as const;
      const own = { ...sample, phase: "initial" as const, locale, content: { ...sample.content, delay } };
      const said = (await noticeData(own)).paragraphs.find((text) => text.includes("Panne du relais"))!;
      expect(said).toContain(sample.organisation.name);
      expect(said).toContain("24");
      expect(said).not.toMatch(/tardi|late|متأخر/);
      const contract = (await noticeData({ ...sample, locale })).paragraphs.join(" ");
      expect(contract).toMatch(/tardive|is late|متأخر/);
    },
  );

  it.each([
    ["fr", "au contrat", "de contrat"],
    ["en", "the contract names no time", "no contract between us"],
    ["ar", "لعدم وجود أجل في العقد", "لعدم وجود عقد"],
  ] as const)("speaks of no contract in %s where there is none", async (locale, named, none) => {
    const said = async (hasContract: boolean) => {
      const delay = { rule: "own-threshold", hours: 24, hasContract } as const;
      const own = { ...sample, phase: "initial" as const, locale, content: { ...sample.content, delay } };
      return (await noticeData(own)).paragraphs.join(" ");
    };
    expect(await said(true)).toContain(named);
    expect(await said(false)).toContain(none);
    expect(await said(false)).not.toContain(named);
  });

  it.each(["FR", "GB", "NC", "CH"])(
    "tells a client in %s in each language when persons are told",
    async (country) => {
      for (const locale of LOCALES) {
        const { after } = await noticeData({ ...sample, locale, duties: dutiesOf(country) });
        expect(after.join(" ")).toMatch(/34|24\(4\)/u);
      }
    },
  );

  it.each([
    ["fr", "d’en juger", "vos délais courent"],
    ["en", "to judge", "your time runs from this notice"],
    ["ar", "أن تقدّروا", "وتسري آجالكم من هذا الإشعار"],
  ] as const)(
    "asserts nothing of the hours of a client told anew in %s",
    async (locale, judged, asserted) => {
      const said = async (firstAwareAt?: number | null) => {
        const after = { at: Date.UTC(2026, 11, 1, 6, 40), by: "call" as const };
        const afterRectification = firstAwareAt === undefined ? after : { ...after, firstAwareAt };
        const own = { ...sample, phase: "initial" as const, locale };
        return (
          await noticeData({ ...own, content: { ...sample.content, afterRectification } })
        ).paragraphs.join(" ");
      };
      for (const first of [null, Date.UTC(2026, 11, 1, 5, 33)]) {
        expect(await said(first)).toContain(judged);
        expect(await said(first)).not.toContain(asserted);
      }
      expect(await said(Date.UTC(2026, 11, 1, 5, 33))).toContain("5:33");
      // Keeps the words of a PDF that was issued before.
      expect(await said()).toContain(asserted);
    },
  );

  it("completes its notice in a follow-up, and closes the sentence of a typed reason", async () => {
    const paragraphs = async (phase: PrintableNotice["phase"]) =>
      (await noticeData({ ...sample, phase, lateReason: "Panne du relais" })).paragraphs;
    expect((await paragraphs("follow-up"))[1]).toContain("complète sa notification");
    expect((await paragraphs("initial"))[1]).toContain("vous notifie");
    expect((await paragraphs("follow-up")).at(-1)).toMatch(/Panne du relais\.$/u);
  });

  it("promises nothing more in a final notice", async () => {
    const { sections } = await noticeData({ ...sample, phase: "final" });
    const cause = sections.flatMap(({ rows }) => rows).find(({ label }) => label === "Cause")!;
    expect(cause.lines[0]!.text).toBe("N’a pas pu être établi");
  });

  const examples = [
    { id: 4, isAuthorityTold: true, arePersonsTold: true, differs: ["data" as const], unknown: [] },
    { id: 1, isAuthorityTold: false, arePersonsTold: false, differs: [], unknown: ["availability" as const] },
  ];
  const dutiesOf = (country: string) =>
    authorityDuties(
      { country, establishments: [], targeting: "no", targetCountries: [], clientRole: "controller" },
      "2026-11-25",
    );
  const printed = async (country: string, locale: (typeof LOCALES)[number] = "fr") => {
    const content = { ...sample.content, examples };
    const { sections } = await noticeData({ ...sample, content, locale, duties: dutiesOf(country) });
    return sections.filter(({ title }) => title.includes("01/2021")).flatMap(({ rows }) => rows);
  };

  it("tells the examples of the EDPB with what differs and is unknown, and never that nobody is to be notified", async () => {
    const rows = await printed("FR");
    const texts = rows.map(({ lines }) => lines.map(({ text }) => text).join(" "));
    expect(rows.map(({ label }) => label)).toEqual(["Exemple 4", "Exemple 1", "Portée de ces exemples"]);
    expect(texts[0]).toContain("l’autorité y était notifiée");
    expect(texts[0]).toContain("la nature des données");
    expect(texts[1]).toContain("l’autorité n’y était pas notifiée");
    expect(texts[1]).toContain("Non renseigné : leur disponibilité");
    expect(texts[1]).toContain(
      "Aucune différence sur : la nature des données, qui a pu les voir et leur chiffrement",
    );
    expect(texts[2]).toContain("le nombre de personnes");
    expect(texts[1]).toContain("le responsable décide");
    expect(texts.join(" ")).not.toMatch(/pas nécessaire|inutile|n’est pas à notifier/);
  });

  it.each([
    ["FR", "jamais cette décision"],
    ["GB", "ne lient pas l’ICO"],
    ["CH", "risque élevé (LPD"],
  ])("says what the examples are for a client in %s", async (country, standing) => {
    const last = (await printed(country)).at(-1)!;
    expect(last.lines.map(({ text }) => text).join(" ")).toContain(standing);
  });

  it("tells none to a client of law 09-08 alone, and prints them in each language", async () => {
    expect(await printed("MA")).toEqual([]);
    for (const locale of LOCALES) expect(await printed("FR", locale)).toHaveLength(3);
  });

  it("names joint controllers, 26, and that each of them is concerned", async () => {
    const jointControllers = ["Brenval SA, dpo@brenval.example"];
    const { paragraphs } = await noticeData({ ...sample, jointControllers });
    expect(paragraphs.filter((text) => text.includes("Brenval SA"))).toHaveLength(1);
    expect((await noticeData(sample)).paragraphs.join(" ")).not.toMatch(/art\.\s26/u);
  });

  it.each(LOCALES)(
    "says in %s to which joint controllers a letter goes, and to which none does",
    async (locale) => {
      const joint = {
        locale,
        jointControllers: ["Brenval SA", "Prévoyance Marine"],
        jointTold: ["Brenval SA"],
      };
      const { paragraphs } = await noticeData({ ...sample, ...joint });
      const alone = (name: string, other: string) =>
        paragraphs.filter((text) => text.includes(name) && !text.includes(other));
      const [told, untold] = [alone("Brenval SA", "Marine"), alone("Prévoyance Marine", "Brenval")];
      expect([told.length, untold.length]).toEqual([1, 1]);
      expect(told[0]?.replace("Brenval SA", "")).not.toBe(untold[0]?.replace("Prévoyance Marine", ""));
      const all = await noticeData({ ...sample, ...joint, jointTold: joint.jointControllers });
      expect(all.paragraphs.join(" ")).not.toContain(untold[0]!.split(":")[0]!);
    },
  );

  it("gives joint controllers a copy of their own, by a law that nobody here knows", async () => {
    const unknown = { country: null, establishments: [], targeting: "", targetCountries: [] };
    const duties = authorityDuties({ ...unknown, clientRole: "controller" }, "2026-11-25");
    const copy = await noticeData({ ...sample, copyFor: ["Brenval SA"], duties });
    expect(copy.to).toBe("Brenval SA");
    expect(copy.paragraphs.join(" ")).toContain("responsable conjoint avec Nordalia Services");
    const text = [...copy.paragraphs, ...copy.after].join(" ");
    expect(text).toContain("s’il s’applique à vous");
    expect(text).not.toContain("du RGPD vous donne 72");
  });
});

describe("the law of a notice", () => {
  const facts = { establishments: [], targeting: "", targetCountries: [], clientRole: "controller" };
  const read = async (
    client: Partial<Parameters<typeof authorityDuties>[0]>,
    locale: (typeof LOCALES)[number],
  ) => {
    const duties = authorityDuties({ ...facts, country: "FR", ...client }, "2026-11-25");
    const { paragraphs, after, article } = await noticeData({ ...sample, locale, duties });
    return { text: [...paragraphs, ...after].join(" ").replace(/[\u00a0\u202f]/g, " "), article };
  };

  it.each([
    ["FR", "no", "Article 33(2) of the GDPR", "UK GDPR"],
    ["GB", "no", "Article 33(2) of the UK GDPR", "of the GDPR"],
    ["CH", "no", "art. 24(3) of the Swiss FADP", "GDPR"],
    ["MA", "no", "Law 09‑08 provides for no notification", "GDPR"],
    ["GB", "", "Article 33(2) of the GDPR if it applies to you", "under Article 33(2)"],
  ])("of a client in %s whose targeting is « %s » is its own", async (country, targeting, named, never) => {
    const { text } = await read({ country, targeting }, "en");
    expect(text).toContain(named);
    expect(text).not.toContain(never);
  });

  it("of a Moroccan client says once of the GDPR that we do not know whether it applies, in each language", async () => {
    const { text } = await read({ country: "MA" }, "fr");
    expect(text).toContain("RGPD s’il s’applique à vous, ce que nous ignorons");
    expect(text).toContain("La loi 09‑08 ne prévoit pas de notification");
    expect((await read({ country: "MA" }, "ar")).text).toContain("إن كانت تسري عليكم، وهو ما نجهله");
    expect((await read({ country: "MA", targeting: "no" }, "ar")).article).toBe("");
  });

  it("of a client that is a processor is that by which it tells its own controllers", async () => {
    const british = { country: "GB", targeting: "no", clientRole: "processor" };
    const { text } = await read(british, "en");
    expect(text).toContain("notify your own controllers without undue delay (Article 33(2) of the UK GDPR)");
    expect(text).not.toContain("of the GDPR");
    expect(text).toContain("Atlas Contact, further processor of Nordalia Services");
    expect(text).not.toContain("If you process");
    const duties = authorityDuties({ ...facts, country: "FR", clientRole: "processor" }, "2026-11-25");
    const { after } = await noticeData({ ...sample, duties, principals: ["Régie Sud", "Brenval SA"] });
    expect(after.join(" ")).toContain("pour le compte de Régie Sud et Brenval SA");
    const french = await read({ clientRole: "processor" }, "fr");
    expect(french.text).toContain(
      "vos propres responsables du traitement dans les meilleurs délais (art. 33",
    );
  });
});
