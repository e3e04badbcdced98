import { describe, expect, it } from "vitest";
import { formValues } from "./form-values";

describe("formValues", () => {
  it.each([undefined, null, 2, "a=b", [], {}])("refuses what is no form: %j", (sent) => {
    expect(() => formValues(sent as never)).toThrow(/^Invalid Server Actions request/);
  });

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

  it("reaches nothing inherited, whatever the names", () => {
    const form = new FormData();
    for (const name of [
      "__proto__.polluted",
      "hasOwnProperty.call",
      "toString.x",
      "constructor.prototype.y",
      "$ACTION_ID",
    ]) {
      form.append(name, "yes");
    }
    const values = formValues(form);
    expect(typeof Object.prototype.hasOwnProperty.call).toBe("function");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).y).toBeUndefined();
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  it("gives a list numbered places alone", () => {
    const form = new FormData();
    form.append("destinations.0.country", "MA");
    form.append("destinations.length", "4294967295");
    form.append("destinations.4000000000.country", "SN");
    expect(formValues(form)).toEqual({ destinations: [{ country: "MA" }] });
  });

  it("makes text fit to be kept", () => {
    const form = new FormData();
    form.append("activity", "a\u0000b\ud800c");
    expect(formValues(form)).toEqual({ activity: "ab\ufffdc" });
  });

  it("removes what turns the order of letters, in each text but a password", () => {
    const form = new FormData();
    form.append("legalName", "Orvelle \u202eSAS");
    form.append("sites.0.name", "\u2067Agadir\u2069");
    form.append("newPassword", "\u202eA");
    expect(formValues(form)).toEqual({
      legalName: "Orvelle SAS",
      sites: [{ name: "Agadir" }],
      newPassword: "\u202eA",
    });
  });
});
