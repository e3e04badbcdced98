import { expect, it } from "vitest";
import { rowLineAt } from "./assign-row";

const ID = "0190a000-0000-7000-8000-000000000001";

it.each([
  [`/nejma/records/${ID}`, `assignment.task ${ID} processing-record`],
  [`/nejma/own-records/${ID}`, `assignment.task ${ID} processing-record`],
  [`/nejma/telephone/campaigns/${ID}`, `assignment.task ${ID} campaign`],
  [`/nejma/threads/${ID}`, `assignment.task ${ID} thread`],
  [`/nejma/records/${ID}/edit`, null],
  [`/nejma/members/${ID}`, null],
  ["/nejma/records", null],
])("reads of %s the line of its row", (address, line) => {
  expect(rowLineAt(address)).toBe(line);
});
