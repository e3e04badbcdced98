import { describe, expect, it } from "vitest";
import { approvalOf } from "@/lib/domain/call-script/approval";
import { PORTAL_ACTS } from "@/lib/domain/access/portal-acts";
import { findRequests as findAuthorisationRequests } from "@/lib/features/authorisation/read/queries";
import { meetProvenConditions } from "@/lib/features/authorisation/write/proven-conditions";
import { findRequests } from "@/lib/features/call-script/read/queries";
import { moveCallScript } from "@/lib/features/call-script/write/mutations";
import { findFit } from "@/lib/features/instruction/read/nameable";
import { answerInstruction, createInstruction } from "@/lib/features/portal-instruction/write/mutations";
import { instructionAnswerSchema, instructionGiveSchema } from "@/lib/features/portal-instruction/schema";
import { rightsAnswerSchema } from "@/lib/features/portal-rights-request/schema";
import { answerRequest as answerRights } from "@/lib/features/portal-rights-request/write/mutations";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { today } from "@/lib/platform/request/context";
import { makeRequest } from "@/prisma/factories/authorisation";
import { answerRequest, askForApproval, makeCallScript } from "@/prisma/factories/call-script";
import { makeContact, type MadeContact, proveAddress } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { confirmContact } from "./confirm";

const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);
const day = today(own);

/** An act that gives something, done from an address that nothing proves; says whether it covers a use now. */
type Given = { by: MadeContact; covers: () => Promise<boolean> };

async function unproven() {
  const { id: controllerId } = await makeController(own);
  return makeContact(own, { controllerId, isProven: false });
}

const isInForce = async (controllerId: string, id: string) => {
  const { refusals } = await withOrg(own.scope, (tx) =>
    findFit(tx, { controllerId, id, day, use: "rights-request", writtenReason: "" }),
  );
  return refusals?.every((refusal) => refusal === "KindUnsaid" || refusal === "OtherKind") ?? false;
};
type Read = { id: string; version: number };
const answering = (by: MadeContact, { id, version }: Read, event: string, stated: object = {}) =>
  answerInstruction(by, instructionAnswerSchema.parse({ id, version, event, power: "annexe 3", ...stated }));
const accept = async (read: Read) =>
  step(own, await step(own, read, "check", { on: day }), "accept", { on: day });

async function instructRights(decision: string): Promise<Given> {
  const by = await unproven();
  const { controllerId } = by.actor;
  const made = await makeRightsRequest(own, { controllerId, rights: "erasure" });
  const { id, version } = await stepRightsRequest(own, made, "relayed", { means: "letter" });
  const answer = { id, version, answer: decision, power: "annexe 3" };
  valueOf(await answerRights(by, rightsAnswerSchema.parse(answer)));
  const [found] = await withOrg(own.scope, (tx) => findClockedRequests(tx, { id }));
  const instructionId = found!.file.instructed!.value.instructionId!;
  await accept({ id: instructionId, version: 1 });
  return { by, covers: () => isInForce(controllerId, instructionId) };
}

const GIVING: Record<string, () => Promise<Given>> = {
  "authorisation.decide approve": async () => {
    const request = await makeRequest(own);
    const by = await makeContact(own, { controllerId: request.controllerId, isProven: false });
    await makeDecision(by, request);
    return {
      by,
      covers: async () => {
        await meetProvenConditions(jobContext("returned-mail", own.scope.org, own.now));
        const { controllerId } = request;
        const found = await withOrg(own.scope, (tx) => findAuthorisationRequests(tx, { controllerId }));
        return [...found.values()].flat().every(({ conditions }) => conditions.every(({ isMet }) => isMet));
      },
    };
  },
  "call-script.decide approved": async () => {
    const by = await unproven();
    const script = await makeCallScript(own, { controllerId: by.actor.controllerId });
    await answerRequest(by, await askForApproval(own, script));
    const { id, version } = script;
    return {
      by,
      covers: async () => {
        const requests = await withOrg(own.scope, (tx) => findRequests(tx, [id]));
        const used = await moveCallScript(own, { id, version, event: "use", on: day, reason: "" });
        expect(used.ok).toBe(approvalOf(1, requests) === "approved");
        return used.ok;
      },
    };
  },
  "contact.confirm ": async () => {
    const by = await unproven();
    const other = await makeContact(own, { controllerId: by.actor.controllerId, isProven: false });
    return { by, covers: async () => (await confirmContact(by, { id: other.actor.contactId })).ok };
  },
  "instruction.give ": async () => {
    const by = await unproven();
    const stated = { kind: "processing", text: "Effacez.", effectiveOn: day, power: "annexe 3" };
    const given = valueOf(await createInstruction(by, instructionGiveSchema.parse(stated)));
    await accept(given);
    return { by, covers: () => isInForce(by.actor.controllerId, given.id) };
  },
  "instruction.answer confirm-in-writing": async () => {
    const by = await unproven();
    const { controllerId } = by.actor;
    const call = await makeInstruction(own, { controllerId, channel: "telephone" });
    const written = valueOf(await answering(by, call, "confirm-in-writing", { writing: "Je confirme." }));
    await accept(written);
    return { by, covers: () => isInForce(controllerId, call.id) };
  },
  "instruction.answer confirm": async () => {
    const by = await unproven();
    const { controllerId } = by.actor;
    const contested = await step(own, await makeInstruction(own, { controllerId }), "contest");
    valueOf(await answering(by, contested, "confirm"));
    return { by, covers: () => isInForce(controllerId, contested.id) };
  },
  "rights-request.answer execute": () => instructRights("execute"),
  "rights-request.answer execute-and-answer": () => instructRights("execute-and-answer"),
};

const declared = Object.entries(PORTAL_ACTS).flatMap(([act, effect]) =>
  (typeof effect === "string" ? [["", effect] as const] : Object.entries(effect)).flatMap(([outcome, one]) =>
    one === "gives" ? [`${act} ${outcome}`] : [],
  ),
);

describe("an act of the portal that gives something", () => {
  it("is tried here, each of them", () => {
    expect(Object.keys(GIVING).sort()).toEqual(declared.sort());
  });

  it.each(declared)("%s is kept, and covers no use before its author's address is proven", async (act) => {
    const { by, covers } = await GIVING[act]!();
    expect(await covers()).toBe(false);
    const { contactId, controllerId } = by.actor;
    await proveAddress(own, { contactId, controllerId, email: by.email });
    expect(await covers()).toBe(true);
  });
});

describe("an act that takes something away", () => {
  it("stands at once: an instruction is withdrawn from an address that nothing proves", async () => {
    const by = await unproven();
    const { controllerId } = by.actor;
    const accepted = await accept(await makeInstruction(own, { controllerId, effectiveOn: day }));
    expect(await isInForce(controllerId, accepted.id)).toBe(true);
    valueOf(await answering(by, accepted, "withdraw"));
    expect(await isInForce(controllerId, accepted.id)).toBe(false);
  });

  it("stands at once: a script is refused from such an address", async () => {
    const by = await unproven();
    const script = await makeCallScript(own, { controllerId: by.actor.controllerId });
    await answerRequest(by, await askForApproval(own, script), { outcome: "refused", reason: "Non" });
    const requests = await withOrg(own.scope, (tx) => findRequests(tx, [script.id]));
    expect(approvalOf(1, requests)).toBe("refused");
  });
});
