import { describe, expect, it } from "vitest";
import { linkWith, subProcessorWith } from "./sub-processor.fixture";
import { compareSubProcessors, isUnchanged, type SubProcessorDescription } from "./version-changes";

type Change = Parameters<typeof subProcessorWith>[0];

const makeContent = (
  change: Change = {},
  state: SubProcessorDescription["state"] = "listed",
): SubProcessorDescription => ({
  state,
  content: subProcessorWith(change),
});
const named = (change: Change) =>
  compareSubProcessors(makeContent(), makeContent(change)).fields.map(
    ({ section, name }) => `${section}.${name}`,
  );
const clauses = subProcessorWith().contract.clauses;

describe("compareSubProcessors", () => {
  it.each<[string, Change, string[]]>([
    ["nothing", {}, []],
    ["a name", { identity: { name: "Numéria" } }, ["identity.name"]],
    [
      "fields of several sections, in the order of the sheet",
      { contract: { signedOn: "2026-01-01" }, service: { service: "Chat" } },
      ["service.service", "contract.signedOn"],
    ],
    ["a site", { places: { sites: [{ name: "Tunis", address: "", country: "TN" }] } }, ["places.sites"]],
    [
      "a term of its contract",
      { contract: { terms: { ...subProcessorWith().contract.terms, breachNoticeHours: 24 } } },
      ["terms.breachNoticeHours"],
    ],
    ["the answer about its chain", { chain: { answer: "yes" } }, ["chain.answer"]],
  ])("%s", (_case, change, expected) => expect(named(change)).toEqual(expected));

  it("says the chain before and after, the clauses one by one, and a state", () => {
    const link = linkWith("a");
    const absent = { answer: "absent", place: "", note: "" } as const;
    const after = makeContent(
      { chain: { links: [link] }, contract: { clauses: { ...clauses, K12: absent } } },
      "ended",
    );
    expect(compareSubProcessors(makeContent(), after)).toMatchObject({
      state: { before: "listed", after: "ended" },
      fields: [],
      links: { before: [], after: [link] },
      clauses: [{ id: "K12", before: clauses.K12, after: absent }],
      scope: ["chain"],
    });
  });

  it.each<[string, Change, string[]]>([
    ["a contact changes nothing of what is authorised", { identity: { contact: "x" } }, []],
    ["a service does", { service: { service: "Chat" } }, ["service"]],
  ])("%s, art. 28(2)", (_case, change, scope) =>
    expect(compareSubProcessors(makeContent(), makeContent(change)).scope).toEqual(scope),
  );
});

it.each<[Change, boolean]>([
  [{}, true],
  [{ identity: { address: "Lyon" } }, false],
  [{ chain: { links: [linkWith("a")] } }, false],
  [{ contract: { clauses: { ...clauses, K12: { answer: "absent", place: "", note: "" } } } }, false],
])("isUnchanged of %j is %s", (change, expected) =>
  expect(isUnchanged(compareSubProcessors(makeContent(), makeContent(change)))).toBe(expected),
);
