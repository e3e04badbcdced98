import { describe, expect, it } from "vitest";
import { hiddenFields } from "./plain-form";

const PAGE = `<form action="/x"><input type="hidden" name="csrf" value="1"/></form>
  <form><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
  <input type="hidden" name="version" value="3"/><input type="text" name="legalName" value="Orvelle"/></form>`;

describe("hiddenFields", () => {
  it("takes those of the form that has the control, as a browser would send them", () => {
    expect(hiddenFields(PAGE, "legalName")).toEqual({ "$ACTION_1:0": '{"id":"a&b"}', version: "3" });
  });

  it("finds no form where there is none", () => {
    expect(() => hiddenFields(PAGE, "reason")).toThrow(/no form with reason/);
  });
});
