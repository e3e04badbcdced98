import { describe, expect, it } from "vitest";
import { issuesOf } from "@/lib/forms/form-issues";
import { nightContactTypedSchema } from "./schema";

const issues = (typed: object) => {
  const read = nightContactTypedSchema.safeParse({ name: "Luc", phone: "+33 1", ...typed });
  return read.success ? [] : issuesOf(read.error);
};

describe("the form of a night contact", () => {
  it("says beside the field what is wrong, in words of its own", () => {
    expect(issues({ phone: "" })).toEqual([{ path: "phone", key: "unreachable" }]);
    expect(issues({ position: "le premier" })).toEqual([{ path: "position", key: "position" }]);
    expect(issues({ email: "nuit@" })).toEqual([{ path: "email", key: "email" }]);
    expect(issues({ phone: "", email: "nuit@nordalia.example", position: "" })).toEqual([]);
  });
});
