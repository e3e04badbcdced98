import { expect, it } from "vitest";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { sha256 } from "@/lib/platform/files/chunks";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest, prepareRequest } from "@/prisma/factories/authorisation";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeTransfer, fillTransferSection, SIGNED_CLAUSES } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { findAuthorisation } from "@/lib/features/authorisation/read/queries";
import { askConfirmation } from "./mutations";
import { sendRequests } from "./sending";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));

const archive = async (id: string) =>
  valueOf(await archiveController(ctx, { id, version: 1, reason: "Marché perdu" }));

it("nothing goes to a controller that was archived since it was prepared", async () => {
  const { id: controllerId } = await makeController(ctx);
  const draft = await prepareRequest(ctx, { controllerId });
  await archive(controllerId);
  expect(await sendRequests(ctx, { requests: [draft] })).toMatchObject({
    refusal: {
      issues: [
        {
          path: "requests",
          key: "authorisation.controllerLeft",
          params: { reference: draft.reference },
        },
      ],
    },
  });
  expect(await withOrg(ctx.scope, (tx) => findAuthorisation(tx, draft.id))).toMatchObject({
    state: "draft",
    letterId: null,
  });
});

it("nor is it asked to confirm", async () => {
  const { id: controllerId } = await makeController(ctx);
  const { id, version } = await makeRequest(ctx, { controllerId });
  await archive(controllerId);
  expect(await askConfirmation(ctx, { id, version })).toMatchObject({
    refusal: { issues: [{ key: "authorisation.controllerLeft" }] },
  });
});

it("two that go to one controller at once bear two numbers of its list", async () => {
  const { id: controllerId } = await makeController(ctx);
  const drafts = [await prepareRequest(ctx, { controllerId }), await prepareRequest(ctx, { controllerId })];
  const sent = await Promise.all(drafts.map((draft) => sendRequests(ctx, { requests: [draft] })));
  const versions = sent.map((outcome) => valueOf(outcome)[0]!.list.version);
  expect(versions.toSorted()).toEqual([1, 2]);
});

it("carries what the controller decides on: the data, the tool with its date, what is missing, sealed with the list", async () => {
  const { id: controllerId } = await makeController(ctx);
  const draft = await prepareRequest(ctx, { controllerId });
  const transfer = await makeTransfer(ctx, {
    controllerId,
    flow: "to-sub-processor",
    country: "TN",
    subProcessorId: draft.subProcessorId,
  });
  await fillTransferSection(ctx, transfer, "tool", { ...SIGNED_CLAUSES, module: "3" });
  const [sent] = valueOf(await sendRequests(ctx, { requests: [draft] }));
  const asked = sent!.list.entries.find(({ isAsked }) => isAsked)!;
  expect(asked.tools).toEqual([{ country: "TN", tool: "scc-2021-914", signedOn: SIGNED_CLAUSES.signedOn }]);
  expect(asked.missing).toContain("contract");
  expect(asked.missing).not.toContain("authorisation");
  expect(typeof asked.data).toBe("string");
  expect(sent!.listDigest).toBe(sha256(new TextEncoder().encode(canonicalText(sent!.list))));
});
