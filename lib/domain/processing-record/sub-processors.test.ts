import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { USE_REQUIREMENTS } from "@/lib/domain/sub-processor/readiness";
import type { SubProcessorNamed } from "./content";
import {
  inactiveAmong,
  linkSubProcessors,
  repairOf,
  packStatuses,
  refusedUses,
  resolveSubProcessors,
  unlistedAmong,
  unpackStatuses,
  type SubProcessorStatus,
} from "./sub-processors";

const listed = (number: number, name: string, missing: SubProcessorStatus["missing"] = []) => ({
  id: `0191b2a4-0000-7000-8000-00000000000${number}`,
  reference: `SP-00${number}`,
  name,
  country: "FR",
  state: missing.length === 0 ? ("active" as const) : ("to-sign" as const),
  requestId: null,
  missing,
});
const VOICE = listed(1, "Numéria Voix SAS");
const CLOUD = listed(2, "Sahel Cloud SARL", ["authorisation", "contract"]);
const TWIN = listed(3, "Jumelle SAS");
const OTHER_TWIN = listed(4, "Jumelle SAS");
const LIST = [VOICE, CLOUD, TWIN, OTHER_TWIN];

const row = (name: string, subProcessorId: string | null = null): SubProcessorNamed => ({
  name,
  country: null,
  service: "voix",
  subProcessorId,
});
const of = ({ id, name }: SubProcessorStatus) => row(name, id);

describe("linkSubProcessors", () => {
  it.each<[string, string | null]>([
    ["SP-001 Numéria Voix SAS", VOICE.id],
    ["sp-001", VOICE.id],
    ["  numéria  voix sas ", VOICE.id],
    ["SP-001 Sahel Cloud SARL", null],
    ["SP-009", null],
    ["Numéria", null],
    ["Numéria Voix", VOICE.id],
    ["Vox Numérique", VOICE.id],
    ["SAS", null],
    ["Jumelle SAS", null],
    ["SP-003 Jumelle SAS", TWIN.id],
  ])("%j", (name, id) => {
    const formerNames = (one: SubProcessorStatus) => (one.id === VOICE.id ? ["Vox Numérique SARL"] : []);
    const list = LIST.map((one) => ({ ...one, formerNames: formerNames(one) }));
    const [linked] = linkSubProcessors([row(name)], list);
    expect(linked!.subProcessorId).toBe(id);
    expect(linked!.service).toBe("voix");
    expect(linked!.country).toBe(id === null ? null : "FR");
    if (id === null) expect(linked!.name).toBe(name);
  });
});

describe("mendOf", () => {
  const ask = ["authorisation", "contract"] as const;
  it.each<[SubProcessorStatus["state"], SubProcessorStatus["missing"], string | null, string]>([
    ["never", ask, null, "ask"],
    ["draft", ask, "A", "request"],
    ["awaited", ask, "A", "request"],
    ["notified", ask, "A", "request"],
    ["suspended", ask, "A", "request"],
    ["refused", ask, "A", "ask"],
    ["expired", ask, "A", "ask"],
    ["objected", ask, "A", "ask"],
    ["revoked", ask, "A", "ask"],
    ["ended", ask, "A", "ask"],
    ["to-sign", ["scope"], "A", "ask"],
    ["to-sign", ["conditions", "contract"], "A", "request"],
    ["to-sign", ["contract", "module-3"], "A", "sheet"],
    ["ended", [], "A", "sheet"],
  ])("%s, without %j, request %s: %s", (state, missing, requestId, mend) => {
    expect(repairOf({ ...VOICE, state, missing, requestId })).toBe(mend);
  });
});

it("says of what was picked the name and the seat that the list has", () => {
  expect(resolveSubProcessors([row("", VOICE.id), row("Ailleurs")], LIST)).toEqual([
    { ...of(VOICE), country: "FR" },
    row("Ailleurs"),
  ]);
});

describe("refusedUses", () => {
  it.each<[string, SubProcessorNamed[], SubProcessorNamed[], unknown[]]>([
    ["an active one may come", [], [of(VOICE)], []],
    [
      "one that is not active may not, and what it lacks is named",
      [],
      [of(VOICE), of(CLOUD)],
      [{ row: 1, name: CLOUD.name, key: "inactive", missing: ["authorisation", "contract"] }],
    ],
    ["a name of no list may not", [], [row("Ailleurs")], [{ row: 0, name: "Ailleurs", key: "unlisted" }]],
    [
      "nor an id of no list",
      [],
      [row("Ailleurs", "0191b2a4-0000-7000-8000-0000000000ff")],
      [{ row: 0, name: "Ailleurs", key: "unlisted" }],
    ],
    ["what was named before may stay", [of(CLOUD), row("Ailleurs")], [row(" ailleurs "), of(CLOUD)], []],
    ["a name may find its place in the list", [row(CLOUD.name)], [of(CLOUD)], []],
    [
      "and not leave it for a name alone",
      [of(CLOUD)],
      [row(CLOUD.name)],
      [{ row: 0, name: CLOUD.name, key: "unlisted" }],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(refusedUses(before, after, LIST)).toEqual(expected);
  });

  it("refuses whatever comes anew and would be a finding, and nothing else", () => {
    const one = fc.constantFrom(of(VOICE), of(CLOUD), row("Ailleurs"), row("Partout"));
    fc.assert(
      fc.property(fc.array(one), (after) => {
        const found = new Set([
          ...unlistedAmong(after, LIST).map(({ name }) => name),
          ...inactiveAmong(after, LIST).map(({ name }) => name),
        ]);
        expect(new Set(refusedUses([], after, LIST).map(({ name }) => name))).toEqual(found);
        expect(refusedUses(after, after, LIST)).toEqual([]);
      }),
    );
  });
});

it("packs standings for a gap, and gives them back", () => {
  const lacking = fc.subarray([...USE_REQUIREMENTS]).map((missing) => listed(1, "Numéria Voix SAS", missing));
  fc.assert(
    fc.property(fc.array(lacking), (statuses) => {
      const unpacked = unpackStatuses(packStatuses(statuses), (name, missing) =>
        JSON.stringify([name, missing]),
      );
      expect(unpacked).toEqual(
        statuses.map(({ missing }) => JSON.stringify(["SP-001 Numéria Voix SAS", missing])),
      );
    }),
  );
});
