import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract, makeContractInForce, readings, fillSection } from "@/prisma/factories/contract";
import { as } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { createContract, moveContract, renameContract, saveContractSection } from "./mutations";
import { contractCreateSchema, type ContractMove } from "@/lib/features/contract/schema";
import {
  ctx,
  foreign,
  stored,
  versions,
  lastEntry,
  refused,
  section,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();

describe("createContract", () => {
  it("needs a name and a controller, and says that nothing has been read", async () => {
    const controller = await makeController(ctx);
    const row = valueOf(
      await createContract(
        ctx,
        contractCreateSchema.parse({ controllerId: controller.id, reference: "ORV-2026" }),
      ),
    );
    // 25 clauses unread (K14 needs a general authorisation) and no signature.
    const nothing = { state: "draft", requiredGaps: 26, version: 1, controllerName: controller.legalName };
    expect(await stored(row.id)).toMatchObject(nothing);
    expect(await versions(row.id)).toMatchObject([{ change: "created", reference: "ORV-2026" }]);
    expect(await lastEntry()).toMatchObject({
      event: "contract.created",
      subject: { noun: "contract", id: row.id, label: "ORV-2026" },
    });
  });

  it("takes no reference twice, here alone", async () => {
    const { controllerId, reference } = await makeContract(ctx);
    const again = contractCreateSchema.parse({ controllerId, reference });
    expect(await createContract(ctx, again)).toEqual(refused("reference", "contract.referenceTaken"));
    const other = await makeContract(foreign, { reference });
    expect(other.reference).toBe(reference);
  });

  it("is refused to a viewer, and for a controller of another organisation", async () => {
    const { controllerId } = await makeContract(foreign);
    const input = contractCreateSchema.parse({ controllerId, reference: "X-1" });
    expect(await createContract(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await createContract(ctx, input)).toEqual(refused("controllerId", "required"));
  });
});

describe("saveContractSection", () => {
  it("marks the unread clauses of one family alone, with who and when, and leaves the others as they were", async () => {
    const draft = await makeContract(ctx);
    const stated = { K13: { answer: "unread", place: "art. 9", note: "" }, K14: { answer: "absent" } };
    const saved = valueOf(
      await saveContractSection(ctx, section(draft, "clauses", { ...stated, allPresent: "sub-processors" })),
    );
    const mark = { by: ctx.actor.name, on: "2026-11-24" };
    expect(saved.content.deed.clauses).toMatchObject({
      K12: { answer: "unread" },
      K13: { answer: "present", place: "art. 9", markedTogether: mark },
      K14: { answer: "absent" },
    });
    const other = await fillSection(ctx, saved, "clauses", { K13: { answer: "insufficient" } });
    expect(other.content.deed.clauses.K13).toEqual({ answer: "insufficient", place: "", note: "" });
  });

  it("stores what is missing by clause, and what changed in the journal", async () => {
    const contract = await makeContractInForce(ctx);
    const read = await fillSection(ctx, contract, "clauses", readings("present", { K25: "absent" }));
    expect(await stored(read.id)).toMatchObject({ requiredGaps: 1, gapCodes: ["K25"], state: "in-force" });
    await fillSection(ctx, read, "terms", { breachNoticeHours: "24", authorisation: "specific" });
    expect(await lastEntry()).toMatchObject({
      event: "contract.updated",
      before: { "terms.breachNoticeHours": null },
      after: { "terms.breachNoticeHours": 24, "terms.authorisation": "specific" },
    });
    const kept = await versions(read.id);
    expect(kept.map(({ change }) => change)).toEqual(["created", "moved", "moved", "saved", "saved"]);
    expect(kept.at(-2)!.supersededAt).toEqual(kept.at(-1)!.recordedAt);
  });

  it("shows a second writer the section as it stands now", async () => {
    const contract = await makeContract(ctx);
    await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
    const late = section(contract, "terms", { breachNoticeHours: "48" });
    expect(await saveContractSection(ctx, late)).toMatchObject({
      refusal: { kind: "conflict", version: 2, author: ctx.actor.name, current: { breachNoticeHours: 24 } },
    });
  });

  it("refuses an end before the start, beside the end", async () => {
    const contract = await makeContractInForce(ctx, {}, "2026-03-01");
    const input = section(contract, "term", { endsOn: "2026-02-28" });
    expect(await saveContractSection(ctx, input)).toEqual(refused("endsOn", "contract.endBeforeStart"));
  });

  it("is not found from another organisation", async () => {
    const contract = await makeContract(ctx);
    expect(await saveContractSection(foreign, section(contract, "terms", {}))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("projects the end, the renewal and the next deadline", async () => {
    const contract = await makeContractInForce(ctx);
    const term = { endsOn: "2026-12-31", renewal: "tacit", renewalMonths: "12", noticeCount: "1" };
    await fillSection(ctx, contract, "term", term);
    expect(await stored(contract.id)).toMatchObject({
      endsOn: "2026-12-31",
      renews: true,
      deadlineOn: "2026-11-30",
    });
  });
});

describe("moveContract", () => {
  const move = (who: typeof ctx, contract: { id: string; version: number }, stated: Partial<ContractMove>) =>
    moveContract(who, {
      id: contract.id,
      version: contract.version,
      event: "end",
      on: "2026-11-24",
      reason: "Marché perdu",
      ...stated,
    });

  it("keeps each date as a fact with its author and reason", async () => {
    const contract = await makeContractInForce(ctx);
    valueOf(await move(ctx, contract, {}));
    expect(await stored(contract.id)).toMatchObject({ state: "ended", endedOn: "2026-11-24" });
    const facts = await withOrg(ctx.scope, (tx) =>
      tx.contractFact.findMany({ where: { contractId: contract.id }, orderBy: { event: "asc" } }),
    );
    expect(facts).toMatchObject([
      { event: "begin", factOn: "2026-01-05" },
      { event: "end", factOn: "2026-11-24", reason: "Marché perdu", authorName: ctx.actor.name },
      { event: "sign", factOn: "2026-01-05" },
    ]);
    expect(await lastEntry()).toMatchObject({ event: "contract.ended", reason: "Marché perdu" });
  });

  it("refuses an end before its start, one without a reason, and an editor", async () => {
    const contract = await makeContractInForce(ctx, {}, "2026-03-01");
    expect(await move(ctx, contract, { on: "2026-02-01" })).toEqual(refused("on", "contract.endBeforeStart"));
    expect(await move(ctx, contract, { reason: "" })).toEqual(refused("reason", "contract.reasonMissing"));
    const editor = { ...ctx, ...as(ctx, "editor") };
    expect(await move(editor, contract, {})).toMatchObject({ refusal: { kind: "forbidden" } });
  });
});

describe("renameContract", () => {
  it("gives it another name and refuses one that is taken", async () => {
    const [one, other] = [await makeContract(ctx), await makeContract(ctx)];
    const stated = { id: one.id, version: 1, reference: other.reference, title: "" };
    expect(await renameContract(ctx, stated)).toEqual(refused("reference", "contract.referenceTaken"));
    const renamed = valueOf(await renameContract(ctx, { ...stated, reference: "AUTRE-1" }));
    expect(renamed).toMatchObject({ reference: "AUTRE-1", version: 2 });
  });
});
