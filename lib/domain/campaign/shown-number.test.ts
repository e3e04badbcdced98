import { expect, it } from "vitest";
import { shownNumberKind } from "./shown-number";

it.each([
  ["+33612345678", "mobile"],
  ["+33712345678", "mobile"],
  ["+262692123456", "mobile"],
  ["+33123456789", "other-french"],
  ["+33162123456", "platform"],
  ["+33163123456", "platform"],
  ["+33164123456", "other-french"],
  ["+33270123456", "platform"],
  ["+33272123456", "other-french"],
  ["+33377123456", "platform"],
  ["+33424123456", "platform"],
  ["+33568123456", "platform"],
  ["+33948123456", "platform"],
  ["+33949123456", "platform"],
  ["+590947512345", "platform"],
  ["+262947912345", "platform"],
  ["+590947412345", "other-french"],
  ["+590590123456", "other-french"],
  ["+212522123456", "foreign"],
  ["+687412345", "foreign"],
])("%s is %s", (number, kind) => {
  expect(shownNumberKind(number)).toBe(kind);
});
