import { done } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

let serial = 0;

type Stated = { controllerId: string; isDrill?: boolean; isShared?: boolean; isCalled?: boolean };

/** Rows of a breach that touches one controller, as the database holds them, with the night contact who is told by telephone. */
export async function makeIssuedNotice(
  ctx: StaffCtx,
  { controllerId, isDrill = false, isShared = true, isCalled = true }: Stated,
) {
  serial += 1;
  const orgId = ctx.scope.org;
  const [breachId, breachControllerId, noticeId, contactId] = [0, 1, 2, 3].map(() => newId(ctx.now)) as [
    string,
    string,
    string,
    string,
  ];
  const dates = { createdAt: ctx.now, updatedAt: ctx.now };
  const author = {
    recordedAt: ctx.now,
    authorKind: "staff",
    authorId: ctx.actor.memberId,
    authorName: "Nadia",
  };
  await write(withoutRight(ctx), async (tx, journal) => {
    journal.note({
      event: "breach.begun",
      subject: { noun: "breach", id: breachId, label: `V-2026-${9000 + serial}` },
    });
    await tx.breach.create({
      data: {
        id: breachId,
        orgId,
        year: 2026,
        counter: 9000 + serial,
        isDrill,
        version: 1,
        reference: `V-2026-${9000 + serial}`,
        title: "Export envoyé au mauvais destinataire",
        ...dates,
      },
    });
    const value = { text: "Un export d’appels est parti au mauvais destinataire." };
    await tx.breachFact.create({
      data: {
        id: newId(ctx.now),
        orgId,
        breachId,
        number: 1,
        kind: "what-happened",
        value,
        ...author,
      },
    });
    await tx.breachController.create({
      data: {
        id: breachControllerId,
        orgId,
        breachId,
        controllerId,
        status: "confirmed",
        reasons: [],
        ...dates,
      },
    });
    await tx.breachNotice.create({
      data: {
        id: noticeId,
        orgId,
        breachId,
        breachControllerId,
        controllerId,
        number: 1,
        phase: "initial",
        locale: "fr",
        status: "issued",
        issuedAt: ctx.now,
        issuedByName: "Nadia",
        isDrill,
        isShared,
        content: {},
        ...dates,
      },
    });
    await tx.nightContact.create({
      data: {
        id: contactId,
        orgId,
        controllerId,
        position: 1,
        name: "Luc",
        phone: "+33 1 00 00 00 00",
        ...dates,
      },
    });
    if (!isCalled) return done(null);
    await tx.breachNoticeFact.create({
      data: {
        id: newId(ctx.now),
        orgId,
        breachId,
        controllerId,
        noticeId,
        contactId,
        kind: "call-made",
        at: ctx.now,
        value: {},
        ...author,
      },
    });
    return done(null);
  });
  return { breachId, breachControllerId, noticeId, contactId };
}
