import { expect, it } from "vitest";
import { findingStatus } from "./closing";

const judged = (broken: number) => ({ id: "j", broken });
const closing = (broken: number) => ({ judgement: { broken } });

it.each([
  [null, [], "none"],
  [judged(0), [], "none"],
  [judged(3), [], "open"],
  [judged(3), [closing(3)], "closed"],
  [judged(3), [closing(2)], "open"],
  [judged(2), [closing(3)], "closed"],
  [judged(4), [closing(3), closing(4)], "closed"],
] as const)("%o after %o is %s", (latest, closings, status) => {
  expect(findingStatus(latest, closings)).toBe(status);
});
