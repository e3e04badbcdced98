import { expect, it } from "vitest";
import { findingsAbroad } from "@/lib/domain/campaign/called-place";
import { foreignSubject } from "@/lib/domain/telephone-prospecting/foreign-law";
import { callQuerySchema } from "@/lib/features/telephone/schema";
import { factsOf } from "./facts";
import { judgeCall } from "./judge-call";

const call = (fields: Record<string, string>) =>
  callQuerySchema.parse({ on: "2026-11-27", time: "22:30", ...fields });

it.each(["MA", "GB", "BE", "CA"])("judges a call to %s as a campaign that names it does", (country) => {
  const query = call({ territory: country, objected: "yes", objectedOn: "2026-11-01" });
  const judged = judgeCall([], query);
  expect(judged?.findings).toEqual(
    findingsAbroad({ territories: [], countries: [country] }, country, {
      at: judged?.at ?? 0,
      facts: factsOf(query),
      laws: [],
    }),
  );
  expect(judged?.findings.map(({ rule }) => rule)).toContain("foreign-law");
  expect(judged?.zone).toBe("Africa/Casablanca");
});

it("names no French article of a call elsewhere, and judges one to La Réunion by its clock", () => {
  expect(judgeCall([], call({ territory: "MA" }))).toMatchObject({
    verdict: "doubt",
    findings: [{ article: "loi 09-08, art. 10" }],
  });
  const overseas = judgeCall([], call({ territory: "RE", audience: "consumer" }));
  expect(overseas?.zone).toBe("Indian/Reunion");
  // Saturday, 01:30 there.
  expect(overseas?.findings).toContainEqual(
    expect.objectContaining({ rule: "T5b", reason: "hours-weekend-agreement-unknown" }),
  );
});

it("reads no code that is no place", () => {
  expect(call({ territory: "XX1" }).territory).toBe("");
  expect(judgeCall([], call({ time: "" }))).toBeNull();
});

it("names an objection by the client's law first, and doubts it where no law makes it absolute", () => {
  const objected = call({ territory: "CH", objected: "yes", objectedOn: "2026-11-01" });
  expect(judgeCall([], objected)).toMatchObject({ verdict: "doubt", isAbroad: true });
  for (const [law, article] of [
    ["gdpr", "21(2)–(3) RGPD"],
    ["uk-gdpr", "UK GDPR 21(2)–(3)"],
    ["law-09-08", "loi 09-08, art. 9"],
  ] as const)
    expect(judgeCall([], objected, [law])).toMatchObject({
      verdict: "broken",
      findings: [{ reason: "foreign-objection", article }, { reason: "foreign-law" }],
    });
  expect(["foreign-objection", "foreign-consent-MA", "foreign-law-GB"].map(foreignSubject)).toEqual([
    "said",
    "consent",
    "law",
  ]);
});

const CALL = {
  territory: "RE",
  on: "2027-12-20",
  time: "10:30",
  audience: "consumer",
  channel: "voice",
  sector: "other",
  contract: "none",
  agreedTime: "none",
  attempts: "0",
  refused: "no",
  objected: "no",
};
const foundIn = (fields: Record<string, string>) =>
  (judgeCall([], call({ ...CALL, ...fields }))?.findings ?? []).map(
    ({ rule, verdict, reason }) => `${rule} ${verdict} ${reason}`,
  );

it.each([
  [{ objected: "yes" }, "G21 broken objection-undated"],
  [{ objected: "yes", objectedOn: CALL.on }, "G21 doubt objection-same-day"],
  [{ objected: "yes", consent: "yes" }, "G21 doubt objection-undated"],
  [
    { objected: "yes", consent: "yes", consentOn: "2027-11-01", consentUntil: "2027-11-30" },
    "G21 broken objection-undated",
  ],
  [{ objected: "" }, "G21 doubt objection-unknown"],
  [{ refused: "yes" }, "T13 broken refusal-undated"],
  [{ refused: "yes", refusedOn: CALL.on }, "T13 doubt refusal-same-day"],
  [{ refused: "" }, "T13 doubt refusal-unknown"],
  [{ consent: "yes" }, "T9 doubt consent-undated"],
  [{ consent: "yes", consentOn: CALL.on }, "T9 doubt consent-same-day"],
  [{ consent: "yes", consentUntil: "2027-10-30" }, "T9 broken consent-expired"],
  [{ consent: "yes", withdrawn: "yes" }, "T9 broken consent-withdrawn"],
  [{ consent: "yes", withdrawn: "yes", withdrawnOn: "2027-12-01" }, "T9 broken consent-withdrawn"],
  [
    { consent: "yes", consentOn: "2027-11-01", consentUntil: "2028-10-30", withdrawn: "yes" },
    "T9 broken consent-withdrawn",
  ],
  [
    {
      consent: "yes",
      consentOn: "2027-11-01",
      consentUntil: "2028-10-30",
      withdrawn: "yes",
      withdrawnOn: CALL.on,
    },
    "T9 doubt consent-withdrawn-same-day",
  ],
  [{ sector: "housing-energy", consent: "no", callBack: "yes" }, "T12 doubt call-back-undated"],
])("says what was stated on a day that nobody knows, of %o", (fields: Record<string, string>, expected) => {
  expect(foundIn(fields)).toContain(expected);
});

it("says the same of a message that rests on an undated consent, and of a rest of sixty days", () => {
  const written = { channel: "written", consent: "yes" };
  expect(foundIn(written)).toContain("T19 doubt consent-undated");
  expect(foundIn({ ...written, withdrawn: "yes" })).toContain("T19 broken consent-withdrawn");
  expect(foundIn({ on: "2026-05-12", refused: "yes" })).toContain("T7 doubt refusal-undated");
});

it.each([
  [{ consent: "yes", consentOn: "2026-11-01", consentUntil: "2027-10-30" }, "consent-expired"],
  [{ consent: "no" }, "consent-none"],
])("speaks of no request to be called that nobody stated, beside a consent %o", (fields, reason) => {
  const found = foundIn({ ...fields, items: "all", proof: "yes" });
  expect(found).toContain(`T9 broken ${reason}`);
  expect(found.filter((one) => one.startsWith("T11"))).toEqual([]);
  expect(foundIn({ ...fields, callBack: "yes" })).toContain("T9 doubt call-back-other-sector");
});

it("says that a consent has ended where another ground of the call is in doubt", () => {
  const expired = { consent: "yes", consentOn: "2026-11-01", consentUntil: "2027-10-30", items: "all" };
  for (const [name, value] of [
    ["contract", ""],
    ["sector", ""],
    ["contract", "ongoing"],
  ] as const)
    expect(foundIn({ ...expired, [name]: value })).toContain("T11 doubt consent-expired");
});
