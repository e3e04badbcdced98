import { expect, it } from "vitest";
import { findChoicesTowards } from "@/lib/features/choice/read/towards";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { findRightsRequestObligations } from "@/lib/features/obligation/read/sources/rights-requests";
import { sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import { findStoppedContacts } from "@/lib/features/rights-request/read/stopped-contacts";
import { findFacts } from "@/lib/features/rights-request/read/queries";
import { stopAnswerSchema } from "@/lib/features/rights-request/schema";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { findDoubtedStops } from "./stop-doubt";
import { answerStopQuestion } from "./stop-question";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const STATED = "+33612345651";
const RECEIVED = new Date("2026-01-05T09:30:00Z");
const WORDED = "+33612345652";
const key = (number: string) => personKey(ctx.scope.org, number).toString("hex");
const look = () =>
  findDoubtedStops(jobContext("number-reading", ctx.scope.org, ctx.now), new AbortController().signal);
const pendingOf = (number: string) =>
  withOrg(ctx.scope, async (tx) =>
    (await findPendingObjections(tx, new Set([key(number)]), ctx.now.getTime())).get(key(number)),
  );
const dutiesOf = async (id: string) => {
  const since = { now: ctx.now.getTime(), doneSince: ctx.now } as Parameters<
    typeof findRightsRequestObligations
  >[1];
  const found = await withOrg(ctx.scope, (tx) => findRightsRequestObligations(tx, since));
  return found.filter(({ path }) => path.startsWith(`/rights-requests/${id}`)).map(({ kind }) => kind);
};

type Unasked = { contact?: string; rights?: string; controllerId?: string; state?: string };

let count = 0;

/** A request as one was received before its words were looked at. */
async function makeUnasked(words: string, stated: Unasked = {}) {
  const { contact = STATED, rights = "access", controllerId, state = "received" } = stated;
  count += 1;
  const row = await withOrg(ctx.scope, (tx) =>
    tx.rightsRequest.create({
      data: {
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        reference: `DP-9${count}`,
        channel: "telephone",
        rights: [rights],
        clue: "",
        publicReference: `D-OLD${count}`,
        receivedAt: RECEIVED,
        state,
        contactSealed: sealPerson({
          name: "Une cliente",
          contact,
          identifiers: [{ kind: "telephone", value: contact }],
        }),
        wordsSealed: sealWords(words),
        personKey: personKey(ctx.scope.org, contact),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    }),
  );
  return controllerId === undefined ? row : stepRightsRequest(ctx, row, "placed", { controllerId });
}

it("holds in doubt what an open request of before may stop, and puts it before a person", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const made = await makeUnasked("Ma copie, et ne m’appelez plus, ni au 06 12 34 56 52.", { controllerId });
  const other = await makeUnasked("Merci de m’envoyer une copie.", { contact: "+33612345653" });
  expect([await pendingOf(STATED), await pendingOf(WORDED)]).toEqual([undefined, undefined]);
  expect(await look()).toBe(1);
  for (const number of [STATED, WORDED])
    expect(await pendingOf(number)).toMatchObject([{ reference: made.reference, isDoubtful: true }]);
  expect(await dutiesOf(made.id)).toContain("rights-request.stop-question");
  await withOrg(ctx.scope, async (tx) => {
    expect((await findFacts(tx, made.id)).at(-1)?.kind).toBe("stop-doubted");
    expect((await findFacts(tx, other.id)).map(({ kind }) => kind)).not.toContain("stop-doubted");
    const row = await tx.rightsRequest.findFirstOrThrow({ where: { id: made.id } });
    expect((await findStoppedContacts(tx, row))?.values.toSorted()).toEqual([STATED, WORDED]);
  });
  // Once asked, and once answered, nobody is asked again.
  expect(await look()).toBe(0);
  const answer = {
    id: made.id,
    answer: "stop-not-meant",
    reason: "Il parle d’un autre appel, lu par le DPO",
  };
  valueOf(await answerStopQuestion(ctx, stopAnswerSchema.parse(answer)));
  expect([await look(), await pendingOf(STATED)]).toEqual([0, undefined]);
});

it("writes the objection that such words are under what they name too", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const contact = "+33612345655";
  const { id } = await makeUnasked("Cessez vos appels, aussi au 06 12 34 56 56.", { controllerId, contact });
  await look();
  valueOf(await answerStopQuestion(ctx, stopAnswerSchema.parse({ id, answer: "stop-meant", reason: "" })));
  for (const number of [contact, "+33612345656"]) {
    const written = await withOrg(ctx.scope, (tx) => findChoicesTowards(tx, [key(number)], controllerId));
    expect(written.get(key(number))).toContainEqual(expect.objectContaining({ outcome: "refused" }));
  }
});

it("leaves closed requests, and those that object anyway, as they are", async () => {
  const objecting = await makeUnasked("Ne m’appelez plus.", { rights: "marketing-objection" });
  const closed = await makeUnasked("Ne m’appelez plus.", { contact: "+33612345654", state: "closed" });
  expect(await look()).toBe(0);
  const asked = await withOrg(ctx.scope, (tx) =>
    tx.rightsRequest.count({ where: { id: { in: [objecting.id, closed.id] }, stopQuestion: { not: null } } }),
  );
  expect(asked).toBe(0);
});
