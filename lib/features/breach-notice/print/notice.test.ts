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
  incident: "8d2f6c1e-5a4b-4b1e-9d43-0c1f2a3b4c5d",
  number: 2,
  phase: "follow-up",
  isDrill: true,
  locale: "fr",
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
    expect(incident).toContain(sample.incident);
    expect(foot).toBe("2a3b4c5d");
    expect(label).toContain("complémentaire");
  });

  it("promises nothing more in a final notice", async () => {
    const { sections } = await noticeData({ ...sample, phase: "final" });
    const cause = sections.flatMap(({ rows }) => rows).find(({ label }) => label === "Cause")!;
    expect(cause.lines[0]!.text).toBe("N’a pas pu être établi");
  });
});
