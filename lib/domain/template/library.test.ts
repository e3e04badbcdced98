import { describe, expect, it } from "vitest";
import { libraryEntry } from "@/lib/domain/measure/library";
import { assess } from "@/lib/domain/processing-record/completeness";
import { CONTROLLER, MOROCCO, PROCESSOR } from "@/lib/domain/processing-record/examples.fixture";
import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { contentOf } from "./content";
import { openMentions, recordTemplate, TEMPLATES } from "./library";
import { QUESTIONS } from "./questions";
import { TEMPLATE_FAMILIES, type RecordTemplate } from "./types";

const MEASURE = "0191b2a4-0000-7000-8000-000000000004";
const EACH = TEMPLATES.flatMap((template) =>
  LOCALES.map((locale) => [template.code, locale, template] as const),
);

async function begun(template: RecordTemplate, locale: Locale): Promise<RecordContent> {
  const t = await translator(locale, "template-library");
  return contentOf(template, (key) => withoutIsolates(t(key)));
}

/** Gaps of a draft whose parties say everything. */
function gapsOf(content: RecordContent, parties: Partial<typeof CONTROLLER> = {}) {
  return assess({
    record: { reference: "T-001", state: "draft", capacity: "processor", content },
    controller: { ...CONTROLLER, ...parties },
    organisation: PROCESSOR,
    on: "2026-11-24",
  });
}

const places = (gaps: readonly { code: string; field: string }[]) =>
  gaps.map(({ code, field }) => `${code} ${field}`);

describe("the templates", () => {
  it("are the eighteen usual processings of a call centre, each under a code of its own", () => {
    const codes = TEMPLATES.map(({ code }) => code);
    expect(codes).toHaveLength(18);
    expect(new Set(codes).size).toBe(18);
    expect(codes.every((code) => recordTemplate(code)?.code === code)).toBe(true);
    expect(recordTemplate("constructor")).toBeUndefined();
  });

  it("stand by family, in the order of the families", () => {
    expect([...new Set(TEMPLATES.map(({ family }) => family))]).toEqual([...TEMPLATE_FAMILIES]);
  });

  it.each(TEMPLATES.map((template) => [template.code, template] as const))(
    "%s proposes something of each kind, and measures that the library has",
    (_code, { operations, persons, data, tools, subProcessors, measures, questions }) => {
      expect(operations.length).toBeGreaterThanOrEqual(4);
      for (const kind of [persons, data, tools, subProcessors, questions])
        expect(kind.length).toBeGreaterThan(0);
      expect(measures.length).toBeGreaterThanOrEqual(5);
      expect(measures.filter((code) => !libraryEntry(code))).toEqual([]);
      expect(questions.filter((code) => !QUESTIONS[code])).toEqual([]);
    },
  );

  it("use every question, and no sub-processor that has a name", () => {
    const asked = new Set(TEMPLATES.flatMap(({ questions }) => questions));
    expect([...asked].sort()).toEqual(Object.keys(QUESTIONS).sort());
  });
});

describe("an entry begun from a template", () => {
  it.each(EACH)(
    "%s in %s leaves open exactly what the template declares",
    async (_code, locale, template) => {
      const content = await begun(template, locale);
      expect(places(gapsOf(content))).toEqual(places(openMentions(template, { adopted: 0 })));
      expect(places(gapsOf({ ...content, measureIds: [MEASURE] }))).toEqual(
        places(openMentions(template, { adopted: 1 })),
      );
    },
  );

  it.each(EACH)("%s in %s says neither purpose nor legal basis", async (_code, locale, template) => {
    const { purposes, legalBases, specialCondition, retention } = await begun(template, locale);
    expect({ purposes, legalBases, specialCondition, retention }).toEqual({
      purposes: [],
      legalBases: [],
      specialCondition: "",
      retention: "",
    });
  });

  it.each(EACH)(
    "%s in %s answers nothing that only the facts can answer",
    async (_code, locale, template) => {
      const { activity, operations, persons, dataCategories, tools, notes, ...rest } = await begun(
        template,
        locale,
      );
      const { special } = template;
      const { notes: _notes, ...empty } = emptyContent(activity);
      expect({ operations, persons, dataCategories, tools, ...rest }).toEqual({
        ...empty,
        activity: undefined,
        operations,
        persons,
        dataCategories,
        tools,
        specialAnswer: special.length > 0 ? "yes" : "unanswered",
        specialCategories: special,
      });
      expect(notes).not.toMatch(/[\u2066-\u2069\u200f]/);
    },
  );

  it("asks for the safeguard as soon as a third country is named, and for parties that are unnamed", async () => {
    for (const template of TEMPLATES) {
      const content = await begun(template, "fr");
      const abroad: RecordContent = {
        ...content,
        transferAnswer: "yes",
        destinations: [{ ...MOROCCO, instrument: null }],
      };
      expect(gapsOf(abroad).map(({ code }) => code)).toContain("REG-7");
      expect(gapsOf(content, { legalName: "client télécom" }).map(({ code }) => code)).toContain("REG-2");
    }
  });
});
