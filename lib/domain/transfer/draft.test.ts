import { expect, it } from "vitest";
import { emptyContent } from "@/lib/domain/contract/content";
import { emptyTransfer } from "./content";
import { toolFromContract } from "./draft";

const blank = emptyTransfer("to-organisation").tool;
const blankInstruments = emptyContent().deed.instruments;

it("begins with the clauses that the contract names, as it names them", () => {
  const instruments = {
    ...blankInstruments,
    scc914: true,
    scc914SignedOn: "2023-03-01",
    scc914Law: "FR",
    scc915: true,
  };
  expect(toolFromContract(instruments, blank, "controller")).toEqual({
    ...blank,
    tool: "scc-2021-914",
    module: 2,
    signedOn: "2023-03-01",
    law: "FR",
  });
});

it("carries clauses of 28(7) alone, and makes nothing up of a contract that is silent", () => {
  expect(toolFromContract({ ...blankInstruments, scc915: true }, blank, "controller")).toEqual({
    ...blank,
    tool: "scc-2021-915",
  });
  expect(toolFromContract(blankInstruments, blank, "controller")).toEqual(blank);
});
