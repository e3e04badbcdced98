import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceOf, type HeldTraining, repeatDay, staffTrainedOn } from "./attendance";

const correction = (event: string, detail: string) => ({ event, detail });

describe("who attended", () => {
  const listed = { staff: ["Nadia Berrada", "nadia berrada", "Omar Tazi"], others: ["Julie Perrin"] };

  it("is the lists, a name once however it is written", () => {
    expect(attendanceOf(listed, [])).toEqual({
      staff: ["Nadia Berrada", "Omar Tazi"],
      others: ["Julie Perrin"],
    });
  });

  it("follows each correction in its order", () => {
    const facts = [
      correction("hold", ""),
      correction("not-attended", "OMAR TAZI"),
      correction("staff-attended", "Imane Fassi"),
      correction("other-attended", "Nadia Berrada"),
    ];
    expect(attendanceOf(listed, facts)).toEqual({
      staff: ["Imane Fassi"],
      others: ["Julie Perrin", "Nadia Berrada"],
    });
  });

  it("has a person in one list and once, after any corrections", () => {
    const name = fc.constantFrom("Ali", "ALI", "Zoé", "zoe", "Omar");
    const event = fc.constantFrom("staff-attended", "other-attended", "not-attended", "hold");
    fc.assert(
      fc.property(fc.array(name), fc.array(fc.record({ event, detail: name })), (staff, facts) => {
        const attended = attendanceOf({ staff, others: [] }, facts);
        const folded = [...attended.staff, ...attended.others].map((one) =>
          one.toLowerCase().replace("é", "e"),
        );
        expect(new Set(folded).size).toBe(folded.length);
      }),
    );
  });
});

describe("staff whom a training holds for, on 28 November 2026", () => {
  const training = (stated: Partial<HeldTraining>): HeldTraining => ({
    id: "t",
    title: "Secret",
    on: "2026-03-01",
    repeatMonths: null,
    headcount: null,
    staff: ["Ali", "Zoé"],
    ...stated,
  });
  const on = (...trainings: HeldTraining[]) => {
    const { people, headcount, percent } = staffTrainedOn(trainings, "2026-11-28");
    return { names: people.map(({ name }) => name), headcount: headcount?.number ?? null, percent };
  };

  it("has no share while nobody says how many people there are", () => {
    expect(on(training({}))).toEqual({ names: ["Ali", "Zoé"], headcount: null, percent: null });
  });

  it("rounds the share down, by the latest training that says the number", () => {
    const first = training({ headcount: 10 });
    const second = training({ on: "2026-05-01", headcount: 3, staff: ["zoé"] });
    expect(on(second, first)).toEqual({ names: ["Ali", "zoé"], headcount: 3, percent: 66 });
  });

  it("has no share where more were trained than there are", () => {
    expect(on(training({ headcount: 1 })).percent).toBeNull();
  });

  it.each<[string, string, number]>([
    ["holds on the day of its repetition", "2025-11-28", 2],
    ["holds no more the day after", "2025-11-27", 0],
    ["does not hold before it was held", "2026-11-29", 0],
  ])("%s", (_, day, count) => {
    expect(on(training({ on: day, repeatMonths: 12 })).names).toHaveLength(count);
  });
});

it("is due again on the last day of a shorter month", () => {
  expect(repeatDay({ on: "2025-08-31", repeatMonths: 6 })).toBe("2026-02-28");
  expect(repeatDay({ on: "2025-08-31", repeatMonths: null })).toBeNull();
});
