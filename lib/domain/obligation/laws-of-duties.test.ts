import { describe, expect, it } from "vitest";
import { adviceOn } from "@/lib/domain/breach/advice";
import { authorityDuties, timedDuties } from "@/lib/domain/breach/authority-duties";
import { controllerClock as breachClock } from "@/lib/domain/breach/deadlines";
import { assessContract } from "@/lib/domain/contract/completeness";
import { answers, caseOf, contractWith } from "@/lib/domain/contract/contract.fixture";
import { answerClocks, reliedClock } from "@/lib/domain/rights-request/answer-clocks";
import { relayClock } from "@/lib/domain/rights-request/clocks";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { exportLaws } from "@/lib/domain/statute/export-laws";
import { missingFor } from "@/lib/domain/sub-processor/readiness";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { assessTransfer } from "@/lib/domain/transfer/completeness";
import { emptyTransfer } from "@/lib/domain/transfer/content";
import { ROW } from "./obligation.fixture";
import { planRightsRequest } from "./plan-rights-request";

const ON = "2026-11-25";
const AT = Date.parse("2026-11-25T10:00:00Z");
const HOUR = 3_600_000;

type Client = LawFacts & { clientRole: string };
const facts = (stated: Partial<Client>): Client => ({
  country: null,
  establishments: [],
  targeting: "no",
  targetCountries: [],
  clientRole: "controller",
  ...stated,
});

/** States what each law asks: hours towards an authority, an answer to access, and whether a tool is needed to send to Morocco. */
const LAWS: Record<string, { client: Client; hours: boolean; answer: string | null; needsTool: boolean }> = {
  gdpr: { client: facts({ country: "FR" }), hours: true, answer: "answer", needsTool: true },
  "gdpr by 3(1)": {
    client: facts({ country: "MA", establishments: ["FR"] }),
    hours: true,
    answer: "answer",
    needsTool: true,
  },
  "gdpr by 3(2)": {
    client: facts({ country: "US", targeting: "yes", targetCountries: ["FR"] }),
    hours: true,
    answer: "answer",
    needsTool: true,
  },
  "french-1978": { client: facts({ country: "NC" }), hours: true, answer: "answer", needsTool: true },
  "uk-gdpr": { client: facts({ country: "GB" }), hours: true, answer: "answer-uk", needsTool: true },
  "swiss-fadp": { client: facts({ country: "CH" }), hours: false, answer: "answer-swiss", needsTool: true },
  "law-09-08": { client: facts({ country: "MA" }), hours: false, answer: null, needsTool: false },
  other: { client: facts({ country: "US" }), hours: false, answer: null, needsTool: false },
  "unknown seat": { client: facts({}), hours: true, answer: "answer-presumed", needsTool: true },
  "unknown targeting": {
    client: facts({ country: "MA", targeting: "" }),
    hours: true,
    answer: "answer-presumed",
    needsTool: false,
  },
};

const CASES = Object.entries(LAWS).flatMap(([law, asked]) =>
  [true, false].flatMap((hasContract) =>
    [true, false].flatMap((isContactKnown) =>
      [true, false].map((hasRepresentative) => ({
        law,
        ...asked,
        hasContract,
        isContactKnown,
        hasRepresentative,
      })),
    ),
  ),
);

describe.each(CASES)(
  "a client under $law, contract $hasContract, contact $isContactKnown, representative $hasRepresentative",
  ({ client: stated, hours, answer, needsTool, hasContract, isContactKnown, hasRepresentative }) => {
    const client = {
      ...stated,
      representative: hasRepresentative ? "Finch SAS, Caen" : "",
      contactEmail: isContactKnown ? "dpo@client.example" : "",
    };
    const calendar = calendarOf({ country: client.country, address: "" }, { announced: [], from: ON });
    const terms = hasContract ? { contractId: "c", reference: "C-1", hours: 24, means: "" } : null;

    it("has the breach clocks of its laws alone", () => {
      const duties = authorityDuties(client, ON);
      const clock = breachClock(
        {
          awareAt: AT,
          terms,
          informed: [{ by: "call", at: AT + HOUR }],
          duties,
          calendar,
          ownHours: 24,
          judgement: null,
        },
        AT + 2 * HOUR,
      );
      expect(clock.authority === null).toBe(!hours);
      expect(clock.authority?.target ?? AT + 73 * HOUR).toBe(AT + 73 * HOUR);
      expect(clock.deadline).toBe(hasContract ? AT + 24 * HOUR : null);
      expect(timedDuties(authorityDuties({ ...client, clientRole: "processor" }, ON))).toEqual([]);
      const isTargeting = client.targeting === "yes";
      expect(adviceOn(ON, duties).some(({ id }) => id === "every-authority")).toBe(isTargeting);
    });

    it("answers persons in the time of its laws alone", () => {
      const file = { ...foldRequest([]), controllerId: "c" };
      const clocks = answerClocks({ processorAt: AT, controllerAt: null }, file, {
        clientRole: "controller",
        laws: applicableLaws(client, { on: ON }),
        rights: ["access"],
        calendar,
      });
      const relay = hasContract
        ? { contractId: "c", reference: "C-1", rule: "forwarded" as const, hours: 24, days: null }
        : null;
      const planned = planRightsRequest({
        row: ROW,
        receivedAt: AT,
        file,
        zone: calendar.zone,
        clear: null,
        relay: relayClock(AT, relay),
        clocks,
        clock: reliedClock(clocks),
      });
      const kinds = planned
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith("rights-request.answer"));
      expect(kinds).toEqual(answer === null ? [] : [`rights-request.${answer}`]);
    });

    it("asks for a transfer tool, a clause of it and the sub-processor’s own where its laws do", () => {
      const laws = exportLaws(applicableLaws(client, { on: ON }), { isProcessorBound: false });
      expect(laws.length > 0).toBe(needsTool);
      const transfer = { ...emptyTransfer("to-organisation") };
      const content = { ...transfer, importer: { ...transfer.importer, name: "Zellij", country: "MA" } };
      const gaps = assessTransfer({ content, binding: "contractual-only", controller: client, on: ON });
      expect(gaps.some(({ rule }) => rule === "tool-missing")).toBe(needsTool);
      const contract = { ...contractWith({ clauses: answers("absent") }), controller: client };
      const asked = assessContract(caseOf(contract, { on: ON }));
      expect(asked.some(({ clause }) => clause !== "K26")).toBe(needsTool);
      const missing = missingFor(
        {
          isAuthorised: true,
          isOfScope: true,
          conditions: [],
          hasContract,
          laws,
          coveredBy: [],
          countries: ["MA"],
          tool: null,
          assessedOn: null,
        },
        { today: ON },
      );
      expect(missing.includes("module-3")).toBe(needsTool);
      expect(missing.includes("contract")).toBe(!hasContract);
    });
  },
);
