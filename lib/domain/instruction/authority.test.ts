import { expect, it } from "vitest";
import { authorityOf } from "./authority";

const instructors = [
  { id: "1", name: "Claire Vasseur", from: "2026-01-01", until: "2026-06-30" },
  { id: "2", name: "Hélène Marchetti", from: "2026-03-01", until: null },
  { id: "3", name: "Claire Vasseur", from: "2026-10-01", until: null },
];

it.each([
  ["Hélène Marchetti", "2026-03-01", "listed"],
  ["MARCHETTI Helene", "2026-11-24", "listed"],
  ["Hélène Marchetti", "2026-02-28", "not-yet"],
  ["Claire Vasseur", "2026-06-30", "listed"],
  ["Claire Vasseur", "2026-07-01", "not-yet"],
  ["Claire Vasseur", "2026-10-01", "listed"],
  ["Luc Vasseur", "2026-03-01", "unlisted"],
] as const)("%s on %s: %s", (name, day, authority) => {
  expect(authorityOf(name, instructors, day)).toBe(authority);
});

it("is over for whoever was named until a day that has passed", () => {
  expect(authorityOf("Claire Vasseur", instructors.slice(0, 1), "2026-07-01")).toBe("no-longer");
  expect(authorityOf("Claire Vasseur", [], "2026-07-01")).toBe("unlisted");
});
