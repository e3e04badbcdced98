import { expect, it } from "vitest";
import { requestEventSchema } from "./schema";

it("names each hour that is missing together with what is wrong elsewhere", () => {
  const typed = {
    id: "",
    version: 0,
    kind: "placed",
    on: "yesterday",
    time: "10:00",
    barredWindows: { d1: { from: "08:00", until: "" }, d1b: { from: "18:00", until: "18:00" } },
  };
  const refused = requestEventSchema.safeParse(typed).error?.issues.map(({ path }) => path.join("."));
  const times = ["barredWindows.d1.until", "barredWindows.d1b.until"];
  expect(refused).toEqual(expect.arrayContaining(["on", ...times]));
});

it("asks for the end of hours before it asks why an objection is narrowed to them", () => {
  const placed = { id: "0192f0e4-7b1e-7000-8000-000000000001", version: 0, kind: "placed" };
  const hours = { on: "2026-12-01", time: "10:00", barredFrom: "18:00" };
  const refusedAt = (typed: object) =>
    requestEventSchema.safeParse({ ...placed, ...hours, ...typed }).error?.issues.map(({ path }) => path[0]);
  expect(refusedAt({})).toEqual(["barredUntil", "controllerId"]);
  expect(refusedAt({ barredUntil: "20:00" })).toEqual(["controllerId", "narrowedBy"]);
});
