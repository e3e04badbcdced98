import { describe, expect, it } from "vitest";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { exampleContracts } from "./content/contracts";
import { EXAMPLE_RECORDS } from "./content/records";
import { exampleTransfers } from "./content/transfers";
import { readContent } from "@/lib/features/example/read/read-content";

const TODAY = "2026-11-24";
const contracts = exampleContracts(TODAY);
const transfers = exampleTransfers(TODAY);

const entries = EXAMPLE_RECORDS.map((record, at) => {
  const content = readContent({ ...record.content, library: [] }, new Map());
  const contract = contracts.find(({ client }) => client === record.client);
  const transfer = transfers.find(({ client }) => client === record.client)?.content;
  const toMorocco = content.destinations.find(({ country }) => country === "MA");
  return { name: `${at} ${record.content.activity}`, record, content, contract, transfer, toMorocco };
});

const dated = (date: { value: string } | null | undefined) => date?.value ?? "";

describe("one fact is said alike wherever the example says it", () => {
  it.each(entries.map((entry) => [entry.name, entry] as const))(
    "%s cites the contract of its client, and begins no earlier",
    (_, { content, contract, record }) => {
      if (contract && content.contractReference !== "") {
        expect(content.contractReference).toBe(contract.reference);
        if (contract.dates.effectiveOn)
          expect(dated(content.startsOn) >= contract.dates.effectiveOn).toBe(true);
      }
      if (content.startsOn && record.state !== "draft")
        expect(dated(content.startsOn) <= record.since).toBe(true);
      if (content.reviewedOn) expect(dated(content.reviewedOn) >= dated(content.startsOn)).toBe(true);
    },
  );

  it.each(entries.flatMap((entry) => (entry.toMorocco ? [[entry.name, entry] as const] : [])))(
    "%s rests on the tool that its contract and its transfer name, of the same day",
    (_, { contract, transfer, toMorocco }) => {
      const { instrument } = toMorocco!;
      const signedOn = dated(toMorocco!.signedOn);
      if (transfer && instrument !== "scc-unspecified")
        expect([instrument, signedOn]).toEqual([transfer.tool.tool ?? "none", transfer.tool.signedOn ?? ""]);
      // A draft signs nothing, and an instrument of unknown kind has no date.
      const says = contract?.contractTerms.instruments;
      if (instrument === "scc-2021-914" && says) expect(signedOn).toBe(says.scc914SignedOn ?? "");
      if (instrument === "none" || instrument === "scc-2021-915") expect(says?.scc914 ?? false).toBe(false);
    },
  );

  const underContract = transfers.flatMap(({ client, content }) => {
    const contract = contracts.find((one) => one.client === client && one.dates.effectiveOn);
    return contract ? [[contract.client, content, contract.contractTerms] as const] : [];
  });
  it.each(underContract)(
    "the assessment of %s is dated in its contract where there is one",
    (_, { assessment, tool }, { instruments }) => {
      expect(instruments.scc914).toBe(tool.tool === "scc-2021-914");
      if (tool.tool === "scc-2021-914")
        expect(Boolean(instruments.tiaOn)).toBe(Boolean(assessment.assessedOn));
    },
  );

  it("keeps what has a fixed day behind what follows the day of its filling", () => {
    const later = exampleContracts(addMonthsToDay(TODAY, 24)).map(({ dates }) => dates.signedOn);
    expect(later).toEqual(contracts.map(({ dates }) => dates.signedOn));
  });
});
