import { expect, it } from "vitest";
import { isOverdue } from "./overdue";

const at = (text: string) => new Date(`2026-11-${text}Z`);
// Casablanca is on UTC since 20 September 2026.
const SEVEN = { schedule: { daily: "07:00" } } as const;
const MINUTELY = { schedule: "minutely" } as const;

it.each([
  ["never ran", undefined, "25T10:00:00", true],
  ["ran at its hour", "25T07:00:02", "25T10:00:00", false],
  ["its hour has not come", "24T07:00:02", "25T06:59:59", false],
  ["its hour came", "24T07:00:02", "25T07:00:00", true],
  ["slept from 06:40 to 08:30 of the next day", "24T07:00:02", "26T08:30:00", true],
  ["slept over one hour alone", "25T07:00:02", "26T08:30:00", true],
  ["started before its hour, done yesterday", "24T07:00:02", "25T05:00:00", false],
  ["clock set back two days", "25T07:00:02", "23T08:00:00", true],
  ["a little ahead on another machine", "25T10:01:00", "25T10:00:00", false],
])("a daily job: %s", (_, last, now, overdue) => {
  expect(isOverdue(SEVEN, last === undefined ? undefined : at(last), at(now))).toBe(overdue);
});

it.each([
  ["ran a minute ago", "25T09:59:00", "25T10:00:00", false],
  ["missed three", "25T09:56:59", "25T10:00:00", true],
  ["slept", "24T06:40:00", "25T08:30:00", true],
  ["clock set back two days", "25T10:00:00", "23T10:00:00", true],
])("a job of every minute: %s", (_, last, now, overdue) => {
  expect(isOverdue(MINUTELY, at(last), at(now))).toBe(overdue);
});
