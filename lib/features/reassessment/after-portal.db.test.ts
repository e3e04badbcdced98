import { expect, it } from "vitest";
import { RULES_VERSION } from "@/lib/domain/processing-record/completeness";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { openDatabase } from "@/scripts/test/open-database";
import { reassessOutdated } from "@/lib/features/reassessment/write/mutations";

const database = await openDatabase();

it("finds again, after a decision in the portal, the gaps of the entries that name the sub-processor", async () => {
  const ctx = await makeOrganisation(database.ownerUrl);
  const { id: subProcessorId } = await makeWholeSubProcessor(ctx);
  const named = await makeRecord(ctx);
  const [controllerId, untouched] = [named.controllerId!, await makeRecord(ctx)];
  const found = (id: string) =>
    withOrg(ctx.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { id } }));
  // Bypasses the check of use, as an import does.
  await withOrg(ctx.scope, (tx) =>
    tx.processingRecord.updateMany({
      where: { id: named.id },
      data: {
        subProcessorIds: [subProcessorId],
        content: {
          ...named.content,
          subProcessorsAnswer: "yes",
          subProcessors: [{ name: "Numéria Voix SAS", country: "FR", service: "", subProcessorId }],
        },
        rulesVersion: 0,
      },
    }),
  );
  await reassessOutdated(ctx.scope, ctx.now);
  expect((await found(named.id)).gapCodes).toContain("SUB-28-2");

  const request = await makeRequest(ctx, { controllerId, subProcessorId });
  const contact = await makeContact(ctx, { controllerId });
  await makeDecision(contact, request);
  expect([(await found(named.id)).rulesVersion, (await found(untouched.id)).rulesVersion]).toEqual([
    0,
    RULES_VERSION,
  ]);

  expect(await reassessOutdated(ctx.scope, ctx.now)).toBe(1);
  const after = await found(named.id);
  expect([after.gapCodes.includes("SUB-28-2"), after.rulesVersion]).toEqual([false, RULES_VERSION]);
});
