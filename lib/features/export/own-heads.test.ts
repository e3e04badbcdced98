import { describe, expect, it } from "vitest";
import { guessColumns } from "@/lib/domain/import/columns";
import { fold } from "@/lib/domain/text/fold";
import { OWN_HEADS, OWN_REGISTER_HEADS, ownRegister } from "@/lib/domain/import/own-heads";
import type { ImportTarget } from "@/lib/domain/import/types";
import { FREQUENCY_WORDS, SPECIAL_WORDS } from "@/lib/domain/import/values/own-words";
import { readLegalBases } from "@/lib/domain/import/values/legal-bases";
import { LEGAL_BASES } from "@/lib/domain/processing-record/content";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { LOCALES } from "@/lib/i18n/locale";
import { COLUMNS } from "@/lib/features/export/print/csv/columns";
import { OWN_COLUMNS } from "@/lib/features/export/print/csv/own-columns";
import { registerColumns } from "@/lib/features/export/print/csv/register-columns";
import { loadRegisterWords } from "@/lib/features/export/print/words";

const MARKS = ["state", "stateSince", "version", "recordedAt", "gaps"];

/** Import target of each exported column. */
const TARGETS: Record<string, ImportTarget> = {
  ...Object.fromEntries(COLUMNS.map(({ key }) => [key, key as ImportTarget])),
  ...Object.fromEntries(MARKS.map((key) => [key, "ignore" as const])),
  controller: "controllerName",
  transfers: "transfer",
  safeguards: "instrument",
  assessedOn: "assessment",
  contract: "contractReference",
  libraryMeasures: "ignore",
  controllerJoint: "ignore",
};

const OWN_TARGETS: Record<string, ImportTarget> = {
  ...TARGETS,
  ownController: "ignore",
  ownActivity: "activity",
  joint: "jointControllers",
  processors: "subProcessors",
  ownTransfers: "transfer",
  information: "informationNotice",
  cndp: "cndpNumbers",
};

describe.each(LOCALES)("the heads of our own export in %s", async (locale) => {
  const { document } = await loadRegisterWords(locale);
  const head = (key: string) => withoutIsolates(document(`csv.${key}`));

  it("are those that the import has by heart", () => {
    const { marks, continued, fields } = OWN_HEADS[locale];
    expect(marks).toEqual(MARKS.map(head));
    const rest = ["xlsx.column", "xlsx.text"].map((key) => withoutIsolates(document(key)));
    expect(continued).toEqual([head("reference"), ...rest]);
    expect(Object.keys(fields).sort()).toEqual(
      [...COLUMNS.map(({ key }) => key), "asOf", "agreement"]
        .filter((key) => !MARKS.includes(key))
        .map(head)
        .sort(),
    );
  });

  it("stand over answers that the import has by heart too", async () => {
    const { record } = await loadRegisterWords(locale);
    const at = LOCALES.indexOf(locale);
    for (const [id, words] of Object.entries(SPECIAL_WORDS))
      expect(fold(words[at]!)).toBe(fold(withoutIsolates(record(`specialCategories.${id}`))));
    for (const [id, words] of Object.entries(FREQUENCY_WORDS))
      expect(fold(words[at]!)).toBe(fold(withoutIsolates(record(`frequencies.${id}`))));
  });

  it("are each recognised as their own field", () => {
    const guessed = guessColumns(COLUMNS.map(({ key }) => head(key)));
    expect(guessed.map(({ target }, at) => [COLUMNS[at]!.key, target])).toEqual(
      COLUMNS.map(({ key }) => [key, TARGETS[key]]),
    );
  });

  it("are recognised in a file that has lost the register's own marks", () => {
    const stored = COLUMNS.filter(({ key }) => !MARKS.includes(key));
    const guessed = guessColumns(stored.map(({ key }) => head(key)));
    expect(guessed.map(({ target }, at) => [stored[at]!.key, target])).toEqual(
      stored.map(({ key }) => [key, TARGETS[key]]),
    );
  });

  it("of the company's own register are by heart too, each as its own field, and say which register it is", () => {
    const known = COLUMNS.map(({ key }) => key);
    const additional = OWN_COLUMNS.filter(({ key }) => !known.includes(key));
    expect(Object.keys(OWN_REGISTER_HEADS[locale]).sort()).toEqual(
      additional.map(({ key }) => head(key)).sort(),
    );
    for (const holdsFindings of [true, false]) {
      const columns = registerColumns({ capacity: "controller", holdsFindings });
      const heads = columns.map(({ key }) => head(key));
      expect(guessColumns(heads, [], "controller").map(({ target }) => target)).toEqual(
        columns.map(({ key }) => OWN_TARGETS[key] ?? key),
      );
      expect(ownRegister(heads)).toBe("controller");
      const others = registerColumns({ capacity: "processor", holdsFindings });
      expect(ownRegister(others.map(({ key }) => head(key)))).toBe("processor");
    }
  });

  it("stand over legal bases that the import reads as they are written", async () => {
    const { record } = await loadRegisterWords(locale);
    const cell = LEGAL_BASES.map((basis) => record(`legalBases.${basis}`)).join(" ; ");
    expect(readLegalBases(cell)).toEqual({ value: [...LEGAL_BASES], doubts: [], leftover: "" });
  });
});
