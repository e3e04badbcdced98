import { expect, it } from "vitest";
import { TASK_NOUNS } from "@/lib/domain/assignment/rows";
import { loadMessages } from "@/lib/i18n/messages";
import { placeOfRow, rowAt } from "./row-at";

const ID = "0190a000-0000-7000-8000-000000000001";

it.each([
  [`/nejma/contracts/${ID}`, { noun: "contract", id: ID, isSheet: true }],
  [`/nejma/contracts/${ID}/edit/terms`, { noun: "contract", id: ID, isSheet: false }],
  [`/nejma/own-records/${ID}/history`, { noun: "processing-record", id: ID, isSheet: false }],
  [`/nejma/telephone/scripts/${ID}/agents`, { noun: "call-script", id: ID, isSheet: false }],
  [`/nejma/breaches/notices/${ID}`, null],
  [`/nejma/members/${ID}`, null],
  ["/nejma/contracts/new", null],
  ["/nejma", null],
])("reads of %s its row", (address, row) => {
  expect(rowAt(address)).toEqual(row);
});

it("has a word for each kind of row that has no name to show", async () => {
  const { shell } = await loadMessages("fr");
  const places = Object.keys(shell?.places ?? {});
  expect(TASK_NOUNS.map(placeOfRow).filter((place) => !places.includes(place))).toEqual([]);
});
