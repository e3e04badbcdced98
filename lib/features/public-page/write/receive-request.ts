import type { OrgScope } from "@/lib/domain/access/scope";
import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { controllerClock } from "@/lib/domain/rights-request/clocks";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import type { PublicRequest } from "@/lib/features/public-page/schema";
import { identifierIn } from "@/lib/features/choice/read/identifier";
import { sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import { makePublicReference } from "@/lib/features/rights-request/read/public-reference";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Device } from "@/lib/platform/request/context";
import { admitReceipt, admitRequest } from "@/lib/platform/request/stranger-limit";
import { personKey } from "@/lib/platform/secrets/person-key";
import { write } from "@/lib/platform/write/write";
import { queueReceipt, type PublicReceipt } from "./request-receipt";

type Stranger = { scope: OrgScope; device: Device; now: Date };

/**
 * Receives a request by the public form: its controller is unknown, and its month runs from now. One that comes in a burst
 * is received and held as doubtful, and has no receipt by letter: the address may be anybody's.
 */
export async function receivePublicRequest(
  { scope, device, now }: Stranger,
  input: PublicRequest,
): Promise<Outcome<PublicReceipt>> {
  const actor = { kind: "data-subject", linkId: null, orgId: scope.org } as const;
  if (!can(actor, "rights-request.submit")) return refuse({ kind: "forbidden" });
  const identifier = identifierIn(input.contact);
  if (identifier?.kind !== input.answerBy)
    return invalid("contact", input.answerBy === "mail" ? "email" : "telephone");
  const admission = await admitRequest(scope.org, device, now);
  if (admission === "refused") return invalid("", "tooManyTries");
  const called = input.calledNumber === "" ? null : identifierIn(input.calledNumber);
  if (input.calledNumber !== "" && called?.kind !== "telephone") return invalid("calledNumber", "telephone");
  const isHeld = admission === "held";
  const isLettered = !isHeld && identifier.kind === "mail" && (await admitReceipt(identifier.value, now));
  return write({ actor, scope, now }, async (tx, journal) => {
    const organisation = await findTaker(tx);
    if (organisation === null) return refuse({ kind: "not-found" });
    const told = makePublicReference();
    const { id, reference } = await insertRequest(tx, now, input, {
      told,
      isHeld,
      key: personKey(scope.org, (called ?? identifier).value),
    });
    const receipt = { reference: told, receivedAt: now.getTime(), dueOn: dueOn(now.getTime()) };
    journal.note({
      event: "rights-request.received",
      subject: { noun: "rights-request", id, label: reference },
      after: { reference, channel: "public-form", rights: input.rights, receivedAt: now.toISOString() },
    });
    if (isLettered) {
      const { rights, language } = input;
      await queueReceipt(
        tx,
        { scope, now },
        { ...receipt, organisation, rights, language },
        identifier.value,
      );
    }
    return done(receipt);
  });
}

/** Name of the organisation whose open page shows the form; null where it does not, or no more. */
async function findTaker(tx: Tx): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ name: string; takes: boolean }[]>`
    SELECT legal_name AS name, 'requests' = ANY (parts) AS takes FROM public_identity()`;
  return found?.takes ? found.name : null;
}

async function insertRequest(
  tx: Tx,
  now: Date,
  { rights, words, ...person }: PublicRequest,
  { told, isHeld, key }: { told: string; isHeld: boolean; key: Buffer<ArrayBuffer> },
): Promise<{ id: string; reference: string }> {
  const id = newId(now);
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    SELECT public_request_receive(${id}::uuid, ${told}, ${rights}, ${sealPerson(person)}, ${sealWords(words)},
      ${key}, ${isHeld}, ${now}) AS reference`;
  return { id, reference: itemAt(rows, 0).reference };
}

/** End of the month of a controller that nobody knows yet: its holidays may move it. */
function dueOn(receivedAt: number): string {
  const calendar = calendarOf(
    { country: null, address: "" },
    { from: todayIn("Africa/Casablanca", receivedAt) },
  );
  const receipts = { processorAt: receivedAt, controllerAt: null };
  return controllerClock(receipts, { announcedAt: null, doubts: [] }, calendar).due.lastDay;
}
