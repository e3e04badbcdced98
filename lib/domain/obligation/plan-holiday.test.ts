import { expect, it } from "vitest";
import { planHolidays } from "./plan-holiday";

const at = (day: string) => Date.parse(`${day}T10:00:00Z`);
const asked = (day: string) =>
  planHolidays([], at(day)).map(({ about, due, doneAt }) => ({ about, due, doneAt }));

it("asks some days before the proposed day, until some weeks after it", () => {
  expect(asked("2027-02-26")).toEqual([]);
  const due = { type: "day", day: "2027-03-08", zone: "Africa/Casablanca" };
  expect(asked("2027-02-27")).toEqual([{ about: "fitr", due, doneAt: null }]);
  expect(asked("2027-04-08")).toEqual([{ about: "fitr", due, doneAt: null }]);
  expect(asked("2027-04-09")).toEqual([]);
});

it("asks no more once it is announced, of that year alone", () => {
  const announced = (year: number) => ({
    id: "a1",
    feast: "fitr" as const,
    year,
    days: ["2027-03-10"],
    recordedAt: at("2027-03-08"),
  });
  const [done] = planHolidays([announced(2027)], at("2027-03-08"));
  expect(done).toMatchObject({
    about: "fitr",
    doneAt: at("2027-03-08"),
    subject: { id: "a1", reference: "2027" },
  });
  expect(
    planHolidays([announced(2026)], at("2027-03-08")).filter(({ doneAt }) => doneAt === null),
  ).toHaveLength(1);
});

it("asks on where the days were recorded before the moon was looked for, or taken back", () => {
  const recorded = (days: string[], day: string) => ({
    id: "a1",
    feast: "fitr" as const,
    year: 2027,
    days,
    recordedAt: at(day),
  });
  for (const row of [recorded(["2027-03-10"], "2026-11-30"), recorded([], "2027-03-09")])
    expect(planHolidays([row], at("2027-03-09")).map(({ doneAt }) => doneAt)).toEqual([null]);
  const [adha] = planHolidays(
    [{ ...recorded(["2027-05-17"], "2027-05-06"), feast: "adha" }],
    at("2027-05-10"),
  ).filter(({ about }) => about === "adha");
  expect(adha?.doneAt).toBe(at("2027-05-06"));
});
