import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { assess, isMention } from "@/lib/domain/processing-record/completeness";
import type { Assessment } from "@/lib/domain/processing-record/completeness-case";
import { caseWith, ownCaseWith } from "@/lib/domain/processing-record/examples.fixture";
import { OWN_TABLE } from "@/lib/domain/processing-record/own-rules.fixture";
import { TABLE } from "@/lib/domain/processing-record/rules.fixture";
import type { RecordState } from "@/lib/domain/processing-record/types";
import { loadMessages } from "@/lib/i18n/messages";
import type { LoadedRecord } from "@/components/processing-record/sheet/loaded-record";
import type { RecordLaws } from "@/components/processing-record/sheet/record-laws";
import { RecordSections } from "@/components/processing-record/sheet/record-sections";
import { RecordSummary } from "@/components/processing-record/sheet/record-summary";

const FRENCH = { locale: "fr" as const, messages: await loadMessages("fr"), timeZone: "UTC", children: null };

function load({ record, controller, organisation, subProcessors = [], links, on }: Assessment): LoadedRecord {
  const gaps = assess({ record, controller, organisation, subProcessors, links, on });
  return {
    record: { ...record, id: "r", stateSince: null, version: 1 },
    controller: { ...controller, id: "c" },
    organisation,
    measures: [],
    subProcessors: [...subProcessors],
    links: links ?? { contracts: [], transfers: [] },
    gaps,
    version: { number: 1, at: 0, author: "", fingerprint: "" },
    facts: [],
    controllers: [],
    today: on,
    asOf: null,
    may: { write: false, recordTransfer: false, transition: false },
  };
}

function render(of: typeof RecordSections | typeof RecordSummary, loaded: LoadedRecord): string {
  const sheet = createElement(of, { org: "atlas", loaded });
  return renderToStaticMarkup(createElement(NextIntlClientProvider, FRENCH, sheet));
}

describe("a gap on the sheet of its entry", () => {
  it.each([
    ...TABLE.map(([rule, broken]) => [rule, "30(2)", caseWith(broken)] as const),
    ...OWN_TABLE.map(([rule, broken]) => [rule, "30(1)", ownCaseWith(broken)] as const),
  ])(
    "%s under %s stands with its article at its field, and is led to where it counts",
    (rule, _article, broken) => {
      const loaded = load(broken);
      const gap = loaded.gaps.find((found) => found.rule === rule)!;
      const field = render(RecordSections, loaded)
        .split(`id="field-${gap.field}"`)[1]
        ?.split('class="field"')[0];
      expect(field).toContain(`${gap.article}</bdi> · `);
      expect(field).not.toContain(`${gap.code} `);
      const leads = render(RecordSummary, loaded).includes(`href="#field-${gap.field}"`);
      expect(leads).toBe(
        loaded.gaps.some(
          ({ field, code, level }) => field === gap.field && (level === "required" || isMention(code)),
        ),
      );
    },
  );
});

describe("the state of an entry with nothing left to say", () => {
  it.each<[RecordState, string]>([
    ["draft", "Brouillon"],
    ["suspended", "Suspendue"],
    ["ended", "Close"],
  ])("%s is said before it is called complete", (state, stated) => {
    const loaded = load(caseWith({ state }));
    const summary = render(RecordSummary, loaded).split('class="summary"')[1]!;
    expect(summary.replace(/<[^>]*>/g, " ")).toMatch(new RegExp(`^\\W*${stated}\\W+Complète`));
  });
});

describe("an entry in the portal of a client that no law of the Union reaches", () => {
  const [broken] = TABLE.map(([, one]) => caseWith(one));
  const loaded = load(broken!);
  const articles = new Map([["30(2)(c)", "art. 30(2)(c) UK GDPR"]]);
  const shown = (laws: RecordLaws) => {
    const sections = createElement(RecordSections, { org: "", loaded, laws });
    return renderToStaticMarkup(createElement(NextIntlClientProvider, FRENCH, sections));
  };

  it("stands under the articles of its own laws, and names no transfer out of the Union", () => {
    const british = shown({ articles, isOfUnion: false });
    const heads = [...british.matchAll(/<div class="note">(.*?)<\/div>/g)].map(([, head = ""]) =>
      head.replaceAll(/<[^>]*>/g, ""),
    );
    expect(heads.filter(Boolean)).toEqual(["art. 30(2)(c) UK GDPR"]);
    expect(british).not.toContain("hors de l’Union");
    expect(british).toContain("Transferts vers un autre pays");
  });

  it("is told of what lacks by its own laws, and not by the GDPR, nor whom the GDPR binds", () => {
    const [bare] = TABLE.filter(([rule]) => rule === "REG-2.contact").map(([, one]) => load(caseWith(one)));
    const noteOf = (laws?: RecordLaws) => {
      const sections = createElement(RecordSections, { org: "", loaded: bare!, laws });
      const page = renderToStaticMarkup(createElement(NextIntlClientProvider, FRENCH, sections));
      return page.split('id="field-controllerContact"')[1]!.split('class="field"')[0]!;
    };
    const swiss = new Map([["30(2)(a)", "art. 12(3) LPD"]]);
    const note = noteOf({ articles: swiss, isOfUnion: false });
    expect(note).toContain("art. 12(3) LPD");
    expect(note).not.toContain("30(2)(a)");
    expect(note).not.toContain("Obligation contractuelle");
    expect(noteOf({ articles: new Map(), isOfUnion: false })).not.toContain("art.");
    expect(noteOf({ articles: swiss, isOfUnion: true })).toContain("30(2)(a)");
    expect(noteOf()).toContain("Obligation contractuelle");
  });

  it("names a transfer out of the Union to a client of the Union", () => {
    expect(shown({ articles, isOfUnion: true })).toContain("Transferts hors de l’Union");
  });
});
