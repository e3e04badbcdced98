import { describe, expect, it } from "vitest";
import { formValues } from "./form-values";

describe("formValues", () => {
  it("nests dotted names and numbers", () => {
    const form = new FormData();
    form.append("activity", "Appels");
    form.append("destinations.0.country", "MA");
    form.append("destinations.1.country", "SN");
    expect(formValues(form)).toEqual({
      activity: "Appels",
      destinations: [{ country: "MA" }, { country: "SN" }],
    });
  });

  it("gathers repeated names, and a lone one marked as many", () => {
    const form = new FormData();
    form.append("kinds[]", "health");
    form.append("sites", "a");
    form.append("sites", "b");
    expect(formValues(form)).toEqual({ kinds: ["health"], sites: ["a", "b"] });
  });

  it("leaves prototypes and the framework's own fields alone", () => {
    const form = new FormData();
    form.append("__proto__.polluted", "yes");
    form.append("$ACTION_ID", "x");
    expect(formValues(form)).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
