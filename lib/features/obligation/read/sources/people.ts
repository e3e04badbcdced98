import {
  planContact,
  planInvitation,
  planSignatoryObjection,
  planThread,
} from "@/lib/domain/obligation/plan-people";
import { THREAD_NOUNS, type ThreadNoun } from "@/lib/domain/thread/subjects";
import type { ThreadState } from "@/lib/domain/thread/status";
import { findThreadSubjects } from "@/lib/features/thread/read/subject";
import { type FindObligations, PARTY, partyOf } from "./asked";

/** Names who has come in since the bound, and who has not yet. */
export const findContactObligations: FindObligations = async (tx, asked) => [
  ...(await findInvited(tx, asked)),
  ...(await findSignatoryObjections(tx, asked)),
];

const findInvited: FindObligations = async (tx, { now, doneSince }) => {
  const rows = await tx.controllerContact.findMany({
    where: { endedAt: null, OR: [{ acceptedAt: null }, { acceptedAt: { gte: doneSince } }] },
    select: {
      id: true,
      name: true,
      email: true,
      invitedAt: true,
      expiresAt: true,
      acceptedAt: true,
      endedAt: true,
      controllerArchivedAt: true,
      controller: PARTY,
    },
  });
  return rows.flatMap(({ id, name, email, invitedAt, controller, controllerArchivedAt, ...facts }) => {
    const row = {
      subject: { id, reference: name || email },
      controller: partyOf(controller),
      version: 1,
      path: `/controllers/${controller.id}`,
      changedAt: (facts.acceptedAt ?? invitedAt).getTime(),
    };
    return planContact({ row, name: "", isArchived: controllerArchivedAt !== null, facts }, now);
  });
};

/** Objections to signatories whose access is open: the end of the access leaves nothing to settle. */
const findSignatoryObjections: FindObligations = async (tx, { doneSince }) => {
  const rows = await tx.signatoryObjection.findMany({
    where: {
      contact: { endedAt: null, controllerArchivedAt: null },
      OR: [{ settlement: null }, { settlement: { settledAt: { gte: doneSince } } }],
    },
    select: {
      id: true,
      byName: true,
      objectedAt: true,
      settlement: { select: { settledAt: true } },
      contact: { select: { id: true, name: true, controller: PARTY } },
    },
  });
  return rows.flatMap(({ id, byName, objectedAt, settlement, contact }) => {
    const settledAt = settlement?.settledAt.getTime() ?? null;
    const row = {
      subject: { id: contact.id, reference: contact.name },
      controller: partyOf(contact.controller),
      version: 1,
      path: `/controllers/contacts/${contact.id}`,
      changedAt: settledAt ?? objectedAt.getTime(),
    };
    return planSignatoryObjection({ row, part: id, by: byName, objectedAt: objectedAt.getTime(), settledAt });
  });
};

export const findInvitationObligations: FindObligations = async (tx, { now, doneSince }) => {
  const rows = await tx.invitation.findMany({
    where: { withdrawnAt: null, OR: [{ acceptedAt: null }, { acceptedAt: { gte: doneSince } }] },
    select: {
      id: true,
      name: true,
      email: true,
      sentAt: true,
      expiresAt: true,
      acceptedAt: true,
      withdrawnAt: true,
    },
  });
  return rows.flatMap(({ id, name, email, sentAt, ...facts }) => {
    const changedAt = (facts.acceptedAt ?? sentAt).getTime();
    const row = {
      subject: { id, reference: name || email },
      controller: null,
      version: 1,
      path: "/members",
      changedAt,
    };
    return planInvitation({ row, name: "", facts }, now);
  });
};

export const findThreadObligations: FindObligations = async (tx) => {
  const rows = await tx.thread.findMany({
    where: { state: "with-processor", subjectNoun: { in: [...THREAD_NOUNS] } },
    select: {
      id: true,
      subjectNoun: true,
      subjectId: true,
      state: true,
      since: true,
      messageCount: true,
      lastAt: true,
      controller: PARTY,
    },
  });
  const subjects = await findThreadSubjects(
    tx,
    rows.map((row) => ({ ...row, subjectNoun: row.subjectNoun as ThreadNoun })),
  );
  return rows.flatMap(({ id, subjectId, state, since, messageCount, lastAt, controller }) => {
    const row = {
      subject: { id, reference: subjects.get(subjectId)?.reference ?? "" },
      controller: partyOf(controller),
      path: `/threads/${id}`,
      version: messageCount,
      changedAt: lastAt.getTime(),
    };
    return planThread({ row, state: state as ThreadState, since: since.getTime() });
  });
};
