import { expect, it } from "vitest";
import { INSTRUCTION_KINDS, INSTRUCTION_USES } from "@/lib/domain/instruction/kind";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAccepted, makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { checkExecuted, checkNamed, findNameable } from "./nameable";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const day = ctx.now.toISOString().slice(0, 10);

it("offers what binds and is of its kind, says why others are not, and keeps what is named already", async () => {
  const { id: controllerId } = await makeController(ctx);
  const asked = { controllerId, use: "campaign" as const, day, named: null };
  const received = await makeInstruction(ctx, { controllerId, kind: "campaign" });
  const erasure = await makeAccepted(ctx, { controllerId, kind: "erasure" });
  const unread = await makeInstruction(ctx, { controllerId, kind: "erasure", effectiveOn: "2099-06-01" });
  const accepted = await makeAccepted(ctx, { controllerId, kind: "campaign" });
  const old = await makeAccepted(ctx, { controllerId });
  const ended = await makeAccepted(ctx, { controllerId, kind: "campaign" });
  await step(ctx, ended, "withdraw");
  await withOrg(ctx.scope, (tx) =>
    tx.instruction.update({ where: { id: old.id }, data: { kind: "unsaid" } }),
  );
  const found = await withOrg(ctx.scope, (tx) => findNameable(tx, asked));
  expect(Object.fromEntries(found.options.map(({ value, overrides }) => [value, overrides]))).toEqual({
    [accepted.id]: [],
    [received.id]: ["Unexamined"],
    [old.id]: ["KindUnsaid"],
  });
  expect(found.withheld.map(({ id, reasons }) => [id, reasons])).toEqual(
    expect.arrayContaining([
      [ended.id, ["Ended"]],
      [erasure.id, ["OtherKind"]],
      [unread.id, ["Unexamined", "OtherKind"]],
    ]),
  );
  expect(found.withheld).toHaveLength(3);
  const kept = await withOrg(ctx.scope, (tx) => findNameable(tx, { ...asked, named: ended.id }));
  expect(kept.options.find(({ value }) => value === ended.id)).toMatchObject({ overrides: [] });
});

it("lets a form name exactly what its list offers", async () => {
  const { id: controllerId } = await makeController(ctx);
  const stranger = await makeAccepted(ctx, { kind: "campaign" });
  for (const kind of INSTRUCTION_KINDS) {
    const accepted = await makeAccepted(ctx, { controllerId });
    await withOrg(ctx.scope, (tx) => tx.instruction.update({ where: { id: accepted.id }, data: { kind } }));
    await step(ctx, await makeInstruction(ctx, { controllerId }), "check");
  }
  const ids = await withOrg(ctx.scope, (tx) =>
    tx.instruction.findMany({ select: { id: true }, where: { OR: [{ controllerId }, { id: stranger.id }] } }),
  );
  for (const use of INSTRUCTION_USES)
    await withOrg(ctx.scope, async (tx) => {
      const asked = { controllerId, use, day, named: null };
      const { options } = await findNameable(tx, asked);
      for (const [writtenReason, offered] of [
        ["", options.filter(({ overrides }) => overrides.length === 0)],
        ["Ordered by the same letter", options],
      ] as const) {
        const named = [];
        for (const { id } of ids) {
          const outcome = await checkNamed(tx, { ...asked, id, field: "instructionId", writtenReason });
          if (outcome.ok) named.push(id);
          else
            expect(outcome).toMatchObject({
              refusal: {
                issues: expect.arrayContaining([
                  expect.objectContaining({ path: expect.stringMatching(/^instruction(Id|Reason)$/) }),
                ]),
              },
            });
        }
        expect(named.sort()).toEqual(offered.map(({ value }) => value).sort());
        expect(named.length).toBeGreaterThan(0);
      }
    });
});

it("lets no reason execute one that is about something else or begins later, and says all that refuses it", async () => {
  const { id: controllerId } = await makeController(ctx);
  const later = { controllerId, effectiveOn: "2099-06-01" };
  const erasure = await makeInstruction(ctx, { ...later, kind: "erasure" });
  const campaign = await makeInstruction(ctx, { ...later, kind: "campaign" });
  const asked = { controllerId, use: "campaign" as const, day, field: "instructionId", absent: "absent" };
  const refusedOf = async (id: string, writtenReason: string) =>
    withOrg(ctx.scope, async (tx) => {
      const executed = await checkExecuted(tx, { ...asked, id, writtenReason });
      return executed.ok || executed.refusal.kind !== "invalid"
        ? []
        : executed.refusal.issues.map(({ key }) => key);
    });
  const reason = "The client asks for it by telephone";
  expect(await refusedOf(erasure.id, reason)).toEqual(["instructionToCome", "instructionOtherKind"]);
  expect(await refusedOf(campaign.id, reason)).toEqual(["instructionToCome"]);
  expect(await refusedOf(campaign.id, "")).toEqual(["instructionUnexamined", "instructionToCome"]);
  await withOrg(ctx.scope, async (tx) => {
    const named = { controllerId, use: "campaign" as const, day, named: null, field: "instructionId" };
    expect(await checkNamed(tx, { ...named, id: campaign.id, writtenReason: reason })).toMatchObject({
      ok: true,
    });
    expect(await checkNamed(tx, { ...named, id: erasure.id, writtenReason: reason })).toMatchObject({
      refusal: { issues: [{ key: "instructionOtherKind" }] },
    });
    const { options } = await findNameable(tx, named);
    expect(options).toMatchObject([{ value: campaign.id, effectiveOn: "2099-06-01" }]);
  });
});
