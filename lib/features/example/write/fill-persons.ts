import { consultationContentSchema } from "@/lib/domain/consultation/content";
import { readAnswers, type Answer } from "@/lib/domain/consultation/answer";
import { entryOf } from "@/lib/domain/invariant/required";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import { consultationDocument } from "@/lib/features/consultation/write/document";
import { exampleConsultation, exampleRequests } from "@/lib/features/example/content/persons";
import type { ExampleClient } from "@/lib/features/example/content/controllers";
import { sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import { appendFacts, type StatedFact } from "@/lib/features/rights-request/write/rows";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import { type Ctx, today } from "@/lib/platform/request/context";
import { linkToken } from "@/lib/platform/secrets/link-token";
import { personKey } from "@/lib/platform/secrets/person-key";
import { sealText } from "@/lib/platform/secrets/seal";
import { hashToken } from "@/lib/platform/secrets/token";
import type { Unit } from "@/lib/platform/versioned/definition";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { recordedBy } from "@/lib/platform/write/recorded-by";

const HALF_DAY_MS = 12 * 3_600_000;
const noonOf = (day: string) => Date.parse(day) + HALF_DAY_MS;

type Controllers = ReadonlyMap<ExampleClient, ControllerRow>;

/** A consultation that is open, with its persons, their sealed contacts and what they answered. */
export async function fillConsultation(
  tx: Tx,
  ctx: Ctx,
  { controllerId, instructionId }: { controllerId: string; instructionId: string },
) {
  const example = exampleConsultation(today(ctx));
  const content = consultationContentSchema.parse(example.content);
  const reference = await allocateReference(tx, ctx, { table: "consultation", letters: "CP" });
  const stated = { reference, controllerId, instructionId, title: example.title, endedOn: null };
  const { id } = await consultationDocument.insert(tx, ctx, { ...stated, state: "open", content }, "created");
  const { openedOn: factOn, reason } = example;
  await tx.consultationFact.create({
    data: { ...recordedBy(ctx), id: newId(ctx.now), consultationId: id, event: "open", factOn, reason },
  });
  const asked = content.questions.map((_, index) => index + 1);
  // Links are handed to the dialler on the day that the consultation opens.
  const handedAt = new Date(noonOf(example.openedOn));
  const choiceIds: string[] = [];
  const personIds: string[] = [];
  for (const { number, answers } of example.persons) {
    const personId = await insertPerson(tx, ctx, { consultationId: id, number, asked, handedAt });
    personIds.push(personId);
    const given = new Map<number, Answer>((answers ?? []).map((answer, index) => [index + 1, answer]));
    const at = noonOf(example.answeredOn);
    for (const { number: place, outcome, validUntil } of readAnswers(
      given,
      { ...content, asked },
      { before: [], at, day: example.answeredOn },
    )) {
      const question = content.questions[place - 1];
      const choiceId = newId(ctx.now);
      choiceIds.push(choiceId);
      await tx.choice.create({
        data: {
          ...recordedBy(ctx),
          id: choiceId,
          controllerId,
          personKey: personKey(ctx.scope.org, number),
          act: question?.act ?? "telephone",
          purpose: question?.purpose ?? "",
          country: "",
          outcome,
          source: "consultation",
          proof: sha256(new TextEncoder().encode(question?.fr ?? "")),
          validUntil,
          decidedAt: new Date(at),
          consultationPersonId: personId,
        },
      });
    }
  }
  return { id, personIds, choiceIds };
}

async function insertPerson(
  tx: Tx,
  ctx: Ctx,
  {
    consultationId,
    number,
    asked,
    handedAt,
  }: { consultationId: string; number: string; asked: number[]; handedAt: Date },
): Promise<string> {
  const id = newId(ctx.now);
  await tx.consultationPerson.create({
    data: {
      id,
      orgId: ctx.scope.org,
      consultationId,
      personKey: personKey(ctx.scope.org, number),
      asked,
      contactSealed: sealText("consultation", JSON.stringify({ number, email: null })),
      hasNumber: true,
      hasEmail: false,
      language: "fr",
      addedAt: ctx.now,
      handedAt,
      tokenHash: Buffer.from(hashToken(linkToken("consultation", id))),
    },
  });
  return id;
}

/** Requests of persons in different states. Returns the ids. */
export async function fillRequests({ tx, ctx, journal }: Unit, controllers: Controllers): Promise<string[]> {
  const ids: string[] = [];
  for (const { client, channel, rights, receivedOn, relayedOn, clue, contact, words } of exampleRequests(
    today(ctx),
  )) {
    const id = newId(ctx.now);
    const reference = await allocateReference(tx, ctx, { table: "rights_request", letters: "DP" });
    const at = noonOf(receivedOn);
    const row = await tx.rightsRequest.create({
      data: {
        id,
        orgId: ctx.scope.org,
        reference,
        channel,
        rights: [...rights],
        clue,
        receivedAt: new Date(at),
        contactSealed: sealPerson({ name: "", contact }),
        wordsSealed: sealWords(words),
        personKey: personKey(ctx.scope.org, contact),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    ids.push(id);
    const controllerId = client && entryOf(controllers, client).id;
    const facts: StatedFact[] = [
      ...(controllerId ? [{ kind: "placed", value: { controllerId }, at } as const] : []),
      ...(relayedOn
        ? [{ kind: "relayed", value: { means: "telephone" }, at: noonOf(relayedOn) } as const]
        : []),
    ];
    if (facts.length > 0)
      await appendFacts({ tx, ctx, journal }, row, facts, {
        state: "received",
        controllerId: null,
        tasks: [],
        answered: null,
      });
  }
  return ids;
}
