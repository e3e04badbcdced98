import { expect, it } from "vitest";
import { createController } from "@/lib/features/controller/write/mutations";
import { controllerSchema } from "@/lib/features/controller/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makePortalScope } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { execute } from "@/scripts/test/cluster";
import { openDatabase } from "@/scripts/test/open-database";
import { contentOf, newSubmissionKey, readSubmissionKey, submissionOf } from "./submission";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

/** Posts a form that a page was given a key for. */
async function post(of: MadeOrganisation, key: string, legalName: string) {
  const form = new FormData();
  form.set("legalName", legalName);
  const submission = submissionOf(key, of.actor.personId, await contentOf(form));
  const input = controllerSchema.parse({ legalName, country: "FR" });
  return valueOf(await createController({ ...of, submission }, input)).id;
}
const namedSo = (of: MadeOrganisation, legalName: string) =>
  withOrg(of.scope, (tx) => tx.controller.count({ where: { legalName } }));

it("creates once what is posted twice, one after the other", async () => {
  const key = newSubmissionKey();
  expect(await post(ctx, key, "Voltiris")).toBe(await post(ctx, key, "Voltiris"));
  expect(await namedSo(ctx, "Voltiris")).toBe(1);
});

it("creates once what is posted eight times at once, and leads each to the one row", async () => {
  const key = newSubmissionKey();
  const ids = await Promise.all(Array.from({ length: 8 }, () => post(ctx, key, "Orvelle")));
  expect(new Set(ids).size).toBe(1);
  expect(await namedSo(ctx, "Orvelle")).toBe(1);
});

it("creates another where the page says something else, was rendered anew, or is another person's", async () => {
  const key = newSubmissionKey();
  const ids = [
    await post(ctx, key, "Norda"),
    await post(ctx, key, "Norda Énergie"),
    await post(ctx, newSubmissionKey(), "Norda"),
    await post({ ...ctx, actor: { ...ctx.actor, personId: foreign.actor.personId } }, key, "Norda"),
    await post(foreign, key, "Norda"),
  ];
  expect(new Set(ids).size).toBe(5);
});

it("keeps nothing of what was refused, so that it can be sent again", async () => {
  const key = newSubmissionKey();
  const submission = submissionOf(key, ctx.actor.personId, []);
  const input = controllerSchema.parse({ legalName: "Refusée", country: "FR" });
  const viewer = { ...ctx, actor: { ...ctx.actor, role: "viewer" as const }, submission };
  expect(await createController(viewer, input)).toMatchObject({ refusal: { kind: "forbidden" } });
  valueOf(await createController({ ...ctx, submission: submissionOf(key, ctx.actor.personId, []) }, input));
  expect(await namedSo(ctx, "Refusée")).toBe(1);
});

it("tells files apart by their bytes, and reads no field of Next's", async () => {
  const form = (bytes: string) => {
    const made = new FormData();
    made.set("$ACTION_KEY", bytes);
    made.set("file", new File([bytes], "a.pdf"));
    return contentOf(made);
  };
  expect(await form("one")).toEqual(await form("one"));
  expect(await form("one")).not.toEqual(await form("two"));
});

it.each([
  ["a key of ours", newSubmissionKey(), true],
  ["none", undefined, false],
  ["a word", "x", false],
  ["something else", { toString: () => newSubmissionKey() }, false],
])("reads %s", (_, submission, isRead) => {
  const state = { status: "idle", submission } as Parameters<typeof readSubmissionKey>[1];
  expect(readSubmissionKey(new FormData(), state) !== undefined).toBe(isRead);
});

it("shows a portal its own controller's alone, and nobody may change or delete one", async () => {
  await post(ctx, newSubmissionKey(), "Seule");
  const { id: controllerId } = await makeController(ctx);
  const portal = await makePortalScope(ctx, controllerId);
  expect(await withOrg(portal, (tx) => tx.formSubmission.count())).toBe(0);
  expect(
    await withOrg(foreign.scope, (tx) => tx.formSubmission.count({ where: { orgId: ctx.scope.org } })),
  ).toBe(0);
  for (const sql of ["UPDATE form_submission SET part = 'x'", "DELETE FROM form_submission"])
    await expect(withOrg(ctx.scope, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied/);
});

it("forgets after two days, by the jobs' role alone", async () => {
  const key = newSubmissionKey();
  const first = await post(ctx, key, "Ancienne");
  await execute(
    database.ownerUrl,
    "SELECT set_config('app.cleaning', 'on', false)",
    "UPDATE form_submission SET recorded_at = now() - interval '3 days'",
  );
  await execute(database.jobsUrl, "SELECT clean_submissions()");
  expect(await post(ctx, key, "Ancienne")).not.toBe(first);
  await expect(execute(database.appUrl, "SELECT clean_submissions()")).rejects.toThrow(/permission denied/);
});
