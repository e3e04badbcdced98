import { expect, it } from "vitest";
import { decisionSchema } from "./schema";

const typed = (stated: Record<string, unknown>) => ({
  id: "0197f0a0-0000-7000-8000-000000000000",
  version: "2",
  textDigest: "a",
  listDigest: "b",
  step: "sign",
  choice: "authorise",
  conditions: "",
  reason: "",
  power: "Mandat social",
  signatory: "Claire Vasseur",
  capacity: "Directrice",
  ...stated,
});
const issuesOf = (stated: Record<string, unknown>) =>
  (decisionSchema.safeParse(typed(stated)).error?.issues ?? []).map(({ path, message }) => [
    path.join("."),
    message,
  ]);

it.each<[string, Record<string, unknown>, unknown[]]>([
  ["authorise", {}, []],
  ["conditions that are said", { choice: "conditions", conditions: "Audit annuel" }, []],
  ["conditions that are not", { choice: "conditions" }, [["conditions", "required"]]],
  ["a withdrawal without a reason", { choice: "revoke" }, [["reason", "required"]]],
  ["no power", { power: " " }, [["power", "required"]]],
  ["another choice", { choice: "suspend" }, [["choice", "required"]]],
])("asks of a decision what it must bring: %s", (_, stated, issues) => {
  expect(issuesOf(stated)).toEqual(issues);
});

it.each(["authorise", "refuse", "object"])("loses no condition typed beside %s", (choice) => {
  expect(issuesOf({ choice, conditions: "Audit annuel" })).toEqual([
    ["conditions", "authorisation.conditionsUnchosen"],
  ]);
});

it("keeps a name on one line", () => {
  const stated = decisionSchema.parse(typed({ signatory: " Claire\r\nBcc: x@y.example " }));
  expect(stated.decision.signatory).toBe("Claire Bcc: x@y.example");
});
