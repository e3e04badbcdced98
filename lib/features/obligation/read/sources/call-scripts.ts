import { isOpenRequest } from "@/lib/domain/call-script/approval";
import { obligationOf, since } from "@/lib/domain/obligation/types";
import { findRequests } from "@/lib/features/call-script/read/queries";
import { type FindObligations, PARTY, partyOf } from "./asked";

/** Editions that their controller is asked to approve, of any age, and those that it answered since the bound. */
export const findScriptObligations: FindObligations = async (tx, { doneSince }) => {
  const scripts = await tx.callScript.findMany({
    where: {
      requests: { some: { OR: [{ decision: null }, { decision: { recordedAt: { gte: doneSince } } }] } },
    },
    orderBy: { id: "asc" },
    select: { id: true, reference: true, title: true, version: true, controller: PARTY },
  });
  const requests = await findRequests(
    tx,
    scripts.map(({ id }) => id),
  );
  return scripts.flatMap(({ id, reference, title, version, controller }) => {
    const own = requests.filter(({ callScriptId }) => callScriptId === id);
    const row = {
      subject: { id, reference },
      controller: partyOf(controller),
      version,
      path: `/telephone/scripts/${id}`,
    };
    return own.flatMap((request) => {
      const doneAt = request.decision?.at ?? null;
      const isShown = doneAt === null ? isOpenRequest(request, own) : doneAt >= doneSince.getTime();
      const more = { about: title, part: request.id, doneAt };
      return isShown
        ? obligationOf(
            { ...row, changedAt: request.askedAt },
            "call-script.approval",
            since(request.askedAt),
            more,
          )
        : [];
    });
  });
};
