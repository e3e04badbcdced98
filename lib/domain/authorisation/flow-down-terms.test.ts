import { expect, it } from "vitest";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { emptyContent } from "@/lib/domain/contract/content";
import { flowDownTerms } from "./flow-down-terms";
import { subProcessorWith } from "@/lib/domain/sub-processor/sub-processor.fixture";

const read = (answer: "present" | "absent") =>
  Object.fromEntries(CLAUSE_IDS.map((id) => [id, { answer, place: "", note: "" }])) as ReturnType<
    typeof subProcessorWith
  >["contract"]["clauses"];
const client = { ...emptyContent().deed, clauses: read("present") };
const lines = (change: Parameters<typeof subProcessorWith>[0], today = "2026-11-26") =>
  flowDownTerms(client, subProcessorWith(change), today)?.flatMap((line) =>
    line.kind === "clause" && line.verdict !== "equal" ? line.clause : [],
  ) ?? null;

it("finds nothing where all is passed down", () => {
  expect(lines({})).toEqual([]);
});

it.each([
  ["not signed", { signedOn: null }],
  ["signed tomorrow", { signedOn: "2026-11-27" }],
  ["ended yesterday", { signedOn: "2025-04-01", endsOn: "2026-11-25" }],
])("compares nothing with a contract that is %s", (_case, contract) => {
  expect(lines({ contract })).toBeNull();
});

it("asks for the transfer tool only of whoever is reached outside the Union", () => {
  const contract = {
    clauses: { ...read("present"), K25: { answer: "absent" as const, place: "", note: "" } },
  };
  expect(lines({ contract })).toEqual([]);
  const places = { sites: [{ name: "Tunis", address: "", country: "TN" }] };
  expect(lines({ contract, places })).toEqual(["K25"]);
});
