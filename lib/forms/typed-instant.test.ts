import { describe, expect, it } from "vitest";
import { z } from "zod";
import { requestMoveSchema } from "@/lib/features/authorisation/schema";
import { breachBeginSchema } from "@/lib/features/breach/schema";
import { ownNotificationSchema } from "@/lib/features/breach-notice/schema";
import { choiceSchema } from "@/lib/features/choice/schema";
import { instructionCreateSchema } from "@/lib/features/instruction/schema";
import { receivedSchema } from "@/lib/features/outbox/schema";
import { lodgingSchema, rightsAnswerSchema } from "@/lib/features/portal-rights-request/schema";
import { requestReceiveSchema } from "@/lib/features/rights-request/schema";
import { issuesOf } from "./form-issues";
import { isSkippedHour } from "./typed-instant";

const ID = "0192f0e4-7b1e-7000-8000-000000000001";
/** Night on which the clocks of Casablanca go from +0 to +1 at 02:00, after Ramadan. */
const CASABLANCA = { on: "2026-03-22", time: "02:30" };

const INSTRUCTION = { kind: "processing", channel: "telephone", recordIds: [], effectiveOn: CASABLANCA.on };

const keysAt = (schema: z.ZodType, sent: object) => {
  const read = schema.safeParse(sent);
  return read.success ? [] : issuesOf(read.error).map(({ path, key }) => `${path} ${key}`);
};

describe("an hour that the clocks skip", () => {
  it("is one of the night on which they are put forward, in the zone itself", () => {
    expect(isSkippedHour("Europe/Paris", { day: "2027-03-28", time: "02:30" })).toBe(true);
    expect(isSkippedHour("Africa/Casablanca", { day: CASABLANCA.on, time: CASABLANCA.time })).toBe(true);
    for (const time of ["01:59", "03:00"])
      expect(isSkippedHour("Europe/Paris", { day: "2027-03-28", time })).toBe(false);
    expect(isSkippedHour("Africa/Casablanca", { day: "2027-03-28", time: "02:30" })).toBe(false);
    // An hour that occurs twice exists.
    expect(isSkippedHour("Europe/Paris", { day: "2026-10-25", time: "02:30" })).toBe(false);
    expect(isSkippedHour("Europe/Paris", { day: null, time: "02:30" })).toBe(false);
    expect(isSkippedHour("Europe/Paris", { day: "2027-02-30", time: "02:30" })).toBe(false);
  });

  it.each<[string, z.ZodType, object, string]>([
    [
      "a choice",
      choiceSchema,
      { ...CASABLANCA, controllerId: ID, contact: "x", act: "mail", outcome: "refused", source: "call" },
      "time",
    ],
    ["a request", requestReceiveSchema, { ...CASABLANCA, channel: "letter", rights: ["access"] }, "time"],
    ["a breach", breachBeginSchema, { ...CASABLANCA, what: "x", awareness: "aware" }, "time"],
    [
      "an authority told",
      ownNotificationSchema,
      {
        id: ID,
        kind: "authority-stated",
        answer: "done",
        day: "2027-03-28",
        time: "02:30",
        authority: "CNIL",
      },
      "time",
    ],
    [
      "a request lodged",
      lodgingSchema,
      { rights: ["access"], receivedOn: "2027-03-28", receivedTime: "02:30" },
      "receivedTime",
    ],
    [
      "a person answered",
      rightsAnswerSchema,
      {
        id: ID,
        version: 1,
        answer: "answered",
        means: "post",
        told: "action-taken",
        answeredOn: "2027-03-28",
        answeredTime: "02:30",
      },
      "answeredTime",
    ],
    [
      "a letter received",
      receivedSchema,
      { ...CASABLANCA, id: ID, reportedBy: "x", channel: "telephone" },
      "time",
    ],
    [
      "a step of an authorisation",
      requestMoveSchema,
      { ...CASABLANCA, id: ID, version: 1, event: "receive" },
      "time",
    ],
    [
      "an instruction",
      instructionCreateSchema,
      {
        receivedOn: CASABLANCA.on,
        receivedTime: "02:30",
        controllerId: ID,
        text: "x",
        authorName: "x",
        ...INSTRUCTION,
      },
      "receivedTime",
    ],
  ])("is refused beside the hour of %s", (_, schema, sent, path) => {
    expect(keysAt(schema, sent)).toContain(`${path} noSuchHour`);
  });
});
