import { afterAll, beforeAll, expect, it } from "vitest";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { findTelling } from "@/lib/features/breach-notice/read/telling";
import { findReachable } from "@/lib/features/breach-notice/read/recipients";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { addNightContact } from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema } from "@/lib/features/night-contact/schema";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice } from "./drafts";
import { escalateNotices } from "./escalation";
import { issueNotice } from "./issue";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let controllerId: string;
let noticeId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  controllerId = (
    await makeController(ctx, {
      contactEmail: "contact@orvelle.example",
      dpoContact: "Lina Haddad, dpo@orvelle.example",
    })
  ).id;
  const contract = await makeContractInForce(ctx, { controllerId });
  const means = "par courriel à alerte@orvelle.example";
  await fillSection(ctx, contract, "terms", { breachNoticeHours: "48", breachNoticeMeans: means });
  const night = { controllerId, name: "Astreinte", email: "nuit@orvelle.example" };
  valueOf(await addNightContact(ctx, nightContactAddSchema.parse(night)));
  const { parts } = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  noticeId = valueOf(await draftNotice(ctx, { partId: parts[0]!.partId })).id;
}, 120_000);
afterAll(() => database.drop());

const lettersOf = () =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({
      where: { template: "breach-notice" },
      orderBy: { createdAt: "asc" },
      select: { toAddress: true },
    }),
  ).then((rows) => rows.map(({ toAddress }) => toAddress));

it("reaches the address of the contract, the client's officer and its sheet, then night contacts, each mailbox once", async () => {
  const found = await withOrg(ctx.scope, async (tx) => {
    const sheet = await tx.controller.findFirstOrThrow({ where: { id: controllerId } });
    const means = "à DPO@orvelle.example, sinon alerte@orvelle.example";
    return findReachable(tx, controllerId, { sheet, means });
  });
  expect(found.map(({ route, address }) => [route, address])).toEqual([
    ["contract", "DPO@orvelle.example"],
    ["main", "contact@orvelle.example"],
    [null, "nuit@orvelle.example"],
  ]);
});

it("sends to the one chosen, and after silence to the next, until every mailbox had its own letter", async () => {
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, noticeId)))!;
  const { whatHappened, contactPoint } = content;
  const form = {
    id: noticeId,
    version,
    locale,
    whatHappened,
    contactPoint: contactPoint ?? "",
    act: "issue",
  };
  const chosen = { ...form, recipient: "contract", silenceMinutes: "60" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(chosen)));
  expect(await lettersOf()).toEqual(["alerte@orvelle.example"]);
  for (const hours of [2, 4, 6, 8]) {
    const now = new Date(ctx.now.getTime() + hours * 3_600_000);
    valueOf(await escalateNotices(jobContext("returned-mail", ctx.scope.org, now)));
  }
  expect((await lettersOf()).toSorted()).toEqual([
    "alerte@orvelle.example",
    "contact@orvelle.example",
    "dpo@orvelle.example",
    "nuit@orvelle.example",
  ]);
});

it("writes to no joint controller in place of the client, first or after silence, article 26", async () => {
  const otherControllers = "Brenval SA, dpo@brenval.example\nOrvelle Joint, accord@orvelle.example";
  const { id } = await makeController(ctx, {
    contactEmail: "contact@joint.example",
    dpoContact: "Lina Haddad",
    otherControllers,
  });
  const { parts } = await makeBreachFile(ctx, {
    controllerIds: [id],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { partId } = parts[0]!;
  const own = await findOwnPeople(ctx.scope.org);
  const telling = await withOrg(ctx.scope, (tx) => findTelling(tx, { partId, own, now: ctx.now }));
  expect(telling!.reachable.map(({ route, address }) => [route, address])).toEqual([
    ["main", "contact@joint.example"],
  ]);
  const draft = valueOf(await draftNotice(ctx, { partId })).id;
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, draft)))!;
  const { whatHappened, contactPoint } = content;
  const joint = ["Brenval SA, dpo@brenval.example", "Orvelle Joint, accord@orvelle.example"];
  const form = {
    id: draft,
    version,
    locale,
    whatHappened,
    contactPoint: contactPoint ?? "",
    act: "issue",
    joint: joint.map((name) => ({ name, address: "", reason: "L’accord désigne le client" })),
  };
  expect(await issueNotice(ctx, noticeSaveSchema.parse({ ...form, recipient: "joint" }))).toMatchObject({
    refusal: { issues: [{ path: "recipient", key: "breach-notice.unknownRecipient" }] },
  });
  valueOf(
    await issueNotice(ctx, noticeSaveSchema.parse({ ...form, recipient: "main", silenceMinutes: "5" })),
  );
  const later = new Date(ctx.now.getTime() + 10 * 3_600_000);
  valueOf(await escalateNotices(jobContext("returned-mail", ctx.scope.org, later)));
  const written = (await lettersOf()).filter((address) => !address.endsWith("@orvelle.example"));
  expect(written).toEqual(["contact@joint.example"]);
});
