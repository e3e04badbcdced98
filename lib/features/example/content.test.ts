import { describe, expect, it } from "vitest";
import { assess } from "@/lib/domain/processing-record/completeness";
import { PROCESSOR } from "@/lib/domain/processing-record/examples.fixture";
import { linkSubProcessors } from "@/lib/domain/processing-record/sub-processors";
import { asController } from "@/lib/domain/organisation/as-controller";
import { LIBRARY } from "@/lib/domain/measure/library";
import { jointControllersOf } from "@/lib/domain/controller/joint-controllers";
import type { ControllerFacts } from "@/lib/domain/controller/types";
import { readPhoneNumber } from "@/lib/features/choice/read/phone-number";
import { controllerSchema } from "@/lib/features/controller/schema";
import { EXAMPLE_CONTROLLERS } from "./content/controllers";
import { exampleConsultation, exampleRequests } from "./content/persons";
import { exampleConsents, exampleLog } from "./content/telephone";
import { OWN_REGISTER } from "./content/own-register";
import { CRM, PLANNING, SPEECH, VOICE, YOUNG_PROCEDURE } from "./content/parts";
import { EXAMPLE_RECORDS } from "./content/records";
import { readContent } from "@/lib/features/example/read/read-content";

const ON = "2026-11-25";
const measures = new Map(
  LIBRARY.map(({ code }, at) => [code, `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`]),
);

/** Procedure of the example for the young. */
const YOUNG = {
  id: "00000000-0000-4000-b000-000000000001",
  reference: "PR-002",
  title: YOUNG_PROCEDURE,
  state: "running",
  versions: [{ inForceFrom: "2026-08-27" }],
};

/** Sub-processors of the example's list, as authorised by its clients. */
const LISTED = [VOICE, CRM, PLANNING, SPEECH].map(({ name }, at) => ({
  id: `00000000-0000-4000-9000-${String(at).padStart(12, "0")}`,
  reference: `SP-00${at + 1}`,
  name,
  country: null,
  state: "active" as const,
  requestId: null,
  missing: [],
}));
const CALLED = LISTED.map((one) => ({ ...one, formerNames: [] }));

function requiredGaps(index: number): string[] {
  const { client, state, content } = EXAMPLE_RECORDS[index]!;
  const row = controllerSchema.parse(EXAMPLE_CONTROLLERS[client]);
  const controller: ControllerFacts = {
    ...row,
    representativeAbsentReason: row.representativeReason,
    isRoleUnsaid: row.clientRole === "",
    jointControllers: jointControllersOf(row),
  };
  const read = readContent(content, measures, new Map([[YOUNG.title, YOUNG.id]]));
  const record = {
    reference: "T-001",
    state,
    capacity: "processor" as const,
    content: { ...read, subProcessors: linkSubProcessors(read.subProcessors, CALLED) },
  };
  const organisation = { ...PROCESSOR, procedures: [YOUNG] };
  const gaps = assess({ record, controller, organisation, subProcessors: LISTED, on: ON });
  return gaps.filter(({ level }) => level === "required").map(({ rule }) => rule);
}

describe("the example's register", () => {
  it.each(EXAMPLE_RECORDS.map((record, at) => [record.content.activity, at] as const))(
    "%s lacks what it is meant to lack and no more",
    (_, at) => {
      const codes = [...new Set(requiredGaps(at).map((rule) => rule.split(".")[0]))];
      expect(codes, requiredGaps(at).join()).toEqual([...EXAMPLE_RECORDS[at]!.gaps]);
    },
  );

  it.each(OWN_REGISTER.map(({ content, gaps }) => [content.activity, content, gaps] as const))(
    "%s, of the own register, lacks no more either",
    (_, content, gaps) => {
      const record = {
        reference: "I-001",
        state: "active" as const,
        capacity: "controller" as const,
        content: readContent(content, measures),
      };
      const found = assess({ record, controller: asController(PROCESSOR), organisation: PROCESSOR, on: ON });
      expect(found.filter(({ code }) => !code.startsWith("ADV")).map(({ field }) => field)).toEqual([
        ...gaps,
      ]);
    },
  );

  it("has nine clients, each with entries, and some forty entries", () => {
    expect(Object.keys(EXAMPLE_CONTROLLERS)).toHaveLength(9);
    expect(new Set(EXAMPLE_RECORDS.map(({ client }) => client)).size).toBe(9);
    expect(EXAMPLE_RECORDS.length).toBeGreaterThanOrEqual(38);
    expect(EXAMPLE_RECORDS.length).toBeLessThanOrEqual(46);
  });

  it("has something in every state, and a reason wherever one is owed", () => {
    expect(new Set(EXAMPLE_RECORDS.map(({ state }) => state))).toEqual(
      new Set(["draft", "active", "suspended", "ended"]),
    );
    for (const { state, reason } of EXAMPLE_RECORDS)
      expect(Boolean(reason)).toBe(state === "suspended" || state === "ended");
  });

  it("names measures of the library alone, and reads every date", () => {
    for (const { content } of [...EXAMPLE_RECORDS, ...OWN_REGISTER]) {
      expect((content.library ?? []).filter((code) => !measures.has(code))).toEqual([]);
      const read = readContent(content, measures);
      for (const day of ["startsOn", "endsOn", "reviewedOn"] as const)
        expect(read[day] === null, `${content.activity} ${day}`).toBe(content[day] === undefined);
    }
  });

  it("is written in the scripts of its three languages", () => {
    const words = EXAMPLE_RECORDS.map(({ content }) => content.activity);
    expect(words.some((text) => /\p{Script=Arabic}/u.test(text))).toBe(true);
    expect(words.some((text) => /é/.test(text))).toBe(true);
    expect(words).toContain("Booking changes and cancellations");
  });
});

describe("numbers of the example", () => {
  it("asks every person for a purpose that is named, as a consent needs, 4(11)", () => {
    for (const { purpose } of exampleConsultation(ON).content.questions) expect(purpose).not.toBe("");
  });

  it("are read as those that somebody types, so that a look-up finds the person", () => {
    const { persons } = exampleConsultation(ON);
    const logged = exampleLog(ON)
      .trim()
      .split("\n")
      .slice(1)
      .flatMap((line) => line.split(";")[0] ?? []);
    const contacts = exampleRequests(ON)
      .map(({ contact }) => contact)
      .filter((one) => one.startsWith("+"));
    const numbers = [...exampleConsents(ON), ...persons].map(({ number }) => number);
    for (const number of [...numbers, ...logged, ...contacts]) expect(readPhoneNumber(number)).toBe(number);
  });
});
