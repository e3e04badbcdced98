import { describe, expect, it } from "vitest";
import { issuesOf } from "@/lib/forms/form-issues";
import { noticeInformedSchema, noticeSaveSchema } from "./schema";

const ID = "8d2f6c1e-5a4b-4b1e-9d43-0c1f2a3b4c5d";
const saved = (typed: object) => {
  const read = noticeSaveSchema.safeParse({ id: ID, version: "1", locale: "fr", ...typed });
  return read.success ? read.data : issuesOf(read.error);
};

describe("the form of a notice", () => {
  it("reads counts as they are typed, and says beside the field what is none", () => {
    expect(saved({ persons: "1 200", records: "" })).toMatchObject({ persons: 1200, records: null });
    expect(saved({ persons: "environ mille" })).toEqual([{ path: "persons", key: "count" }]);
    expect(saved({ persons: "-4" })).toEqual([{ path: "persons", key: "count" }]);
    expect(saved({ silenceMinutes: "2" })).toEqual([{ path: "silenceMinutes", key: "minutes" }]);
  });

  it("reads a call at its minute", () => {
    const values = { partId: ID, kind: "call-made", who: "Claire", day: "2026-11-24" };
    expect(noticeInformedSchema.safeParse({ ...values, time: "03:40" }).success).toBe(true);
    const read = noticeInformedSchema.safeParse({ ...values, time: "3h40" });
    expect(read.success ? [] : issuesOf(read.error)).toEqual([{ path: "time", key: "time" }]);
  });
});
