import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "./drafts";
import type { FormValues } from "./form-paths";
import { reconcileDraft } from "./reconcile-draft";

const draft = (values: FormValues, base?: FormValues): Draft => ({
  owner: "salma",
  form: "notice",
  savedAt: 0,
  values,
  ...(base && { base }),
});
const READ = { id: "n", version: "3", cause: "", systems: "CRM", measures: "" };

describe("reconcileDraft", () => {
  it("gives back whole what was typed over the version that is still stored", () => {
    const values = { ...READ, measures: "Compte fermé" };
    expect(reconcileDraft(draft(values, READ), READ)).toEqual({ values, base: READ, conflicts: [] });
  });

  it("over a newer row keeps what somebody saved, and gives back what only the person changed", () => {
    const stored = { ...READ, version: "4", cause: "Un compte de technicien" };
    const typed = { ...READ, measures: "Compte fermé" };
    expect(reconcileDraft(draft(typed, READ), stored)).toEqual({
      values: { ...stored, measures: "Compte fermé" },
      base: stored,
      conflicts: [],
    });
  });

  it("shows three texts where both changed one field, and puts the stored one into the form", () => {
    const stored = { ...READ, version: "4", cause: "Un compte de technicien" };
    const typed = { ...READ, cause: "Pas encore connue" };
    expect(reconcileDraft(draft(typed, READ), stored)).toMatchObject({
      values: { cause: "Un compte de technicien", version: "4" },
      conflicts: [{ name: "cause", base: "", yours: "Pas encore connue", theirs: "Un compte de technicien" }],
    });
  });

  it("restores nothing of a draft without its base over a newer row", () => {
    const stored = { ...READ, version: "4", cause: "Un compte de technicien" };
    const { values, conflicts } = reconcileDraft(draft({ ...READ, measures: "x" }), stored);
    expect(values).toEqual(stored);
    expect(conflicts.map(({ name }) => name)).toEqual(["cause", "measures"]);
  });

  it("leaves a form that sends its base to its own conflict", () => {
    const stored = { ...READ, version: "4", base: "{}" };
    const typed = { ...READ, measures: "x", base: "{}" };
    expect(reconcileDraft(draft(typed, READ), stored)).toMatchObject({ values: typed, conflicts: [] });
  });

  it("never puts a typed value over one that somebody else saved, and loses no typed one", () => {
    const text = fc.constantFrom("", "a", "b", "c");
    fc.assert(
      fc.property(text, text, text, (was, yours, theirs) => {
        const { values, conflicts } = reconcileDraft(
          draft({ version: "1", field: yours }, { version: "1", field: was }),
          { version: "2", field: theirs },
        );
        if (theirs !== was) expect(values.field).toBe(theirs);
        const isThere = values.field === yours || conflicts.some((conflict) => conflict.yours === yours);
        expect(isThere || yours === was).toBe(true);
        expect(values.version).toBe("2");
      }),
    );
  });
});
