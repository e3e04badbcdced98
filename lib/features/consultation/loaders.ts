import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { CONSULTATION_STATES, eventsFrom } from "@/lib/domain/consultation/lifecycle";
import { lacksOf } from "@/lib/domain/consultation/opening";
import { lastContactDay } from "@/lib/domain/consultation/retention";
import { CHANNELS, warningsOf } from "@/lib/domain/consultation/warnings";
import { can } from "@/lib/domain/nouns/policy";
import type { Search } from "@/lib/forms/list-query";
import { askedByLink } from "@/lib/features/consultation/read/asked";
import { findAgreementsByLink } from "@/lib/features/consultation/read/link-agreements";
import {
  countAnswers,
  countPeople,
  findFiles,
  findPeople,
  findPerson,
  peopleQuerySchema,
} from "@/lib/features/consultation/read/people";
import {
  findConsultation,
  findFacts,
  findInstructionFit,
  findVersions,
} from "@/lib/features/consultation/read/queries";
import { findActiveControllers, findHolderName, holderOf } from "@/lib/features/controller/read/active";
import { findNameable } from "@/lib/features/instruction/read/nameable";
import { findPeriods } from "@/lib/features/telephone/read/period-list";
import { withOrg } from "@/lib/platform/database/transaction";
import { canSend } from "@/lib/platform/mail/transport";
import { pageOf } from "@/lib/platform/read/list-page";
import { readTogether } from "@/lib/platform/read/read-together";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { today } from "@/lib/platform/request/context";
import { scopeOfToken } from "@/lib/platform/request/link-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withInstants } from "@/lib/platform/versioned/history";

export async function loadConsultations(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const asked = { table: "consultation", states: CONSULTATION_STATES } as const;
  const list = await findPeriods(readerFor(ctx.scope), search, asked);
  return { ...list, mayWrite: can(ctx.actor, "consultation.write") };
}

/** Cached per request. */
export const loadConsultation = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const consultation = await findConsultation(tx, id);
    if (!consultation) return null;
    return readTogether({
      consultation,
      controllerName: findHolderName(tx, consultation),
      fit: findInstructionFit(tx, consultation, today(ctx)),
      counts: countPeople(tx, id),
      answers: countAnswers(tx, id),
      files: findFiles(tx, id),
      versions: findVersions(tx, id),
      facts: findFacts(tx, id),
    });
  });
  if (!found) notFound();
  const { consultation, controllerName, fit, versions, facts, ...counted } = found;
  const { firstDay, lastDay, months, questions } = consultation.content;
  const { refusals } = fit;
  return {
    ...counted,
    consultation: { ...consultation, controllerId: holderOf(consultation), controllerName },
    contactsUntil: lastContactDay({ ...consultation, ...consultation.content }),
    lacks:
      consultation.state === "draft"
        ? lacksOf({ refusals, firstDay, lastDay, months, questions }, today(ctx))
        : [],
    // Links that may be used rest on an instruction too: its refusals are shown until they end.
    refusals: consultation.state === "open" ? (refusals ?? []) : [],
    setAside: fit.setAside,
    warnings: {
      all: warningsOf(questions, CHANNELS),
      mail: warningsOf(questions, ["mail"]),
      dialler: warningsOf(questions, ["dialler"]),
    },
    versions: withInstants(versions),
    facts: withInstants(facts),
    events: eventsFrom(consultation.state),
    today: today(ctx),
    canSend: canSend(),
    may: {
      write: can(ctx.actor, "consultation.write"),
      move: can(ctx.actor, "consultation.move"),
      send: can(ctx.actor, "consultation.send"),
    },
  };
});

/** Loads a page of the persons of a consultation, all or those whose key begins so. */
export async function loadPeople(slug: string, id: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = peopleQuerySchema.parse(search);
  const asked = await readInScope(ctx.scope, (tx) => findPeople(tx, id, query));
  const { rows, next } = pageOf(asked, ({ answeredAt, id: person }) => [answeredAt, person]);
  return {
    query,
    next,
    rows: rows.map(({ revokedAt, ...person }) => ({ ...person, revokedAt: revokedAt?.getTime() ?? null })),
  };
}

/** Loads the person of one link, by key alone, and whether an agreement was given through it. */
export async function loadPerson(slug: string, id: string, personId: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(personId).success) notFound();
  const [found, agreements] = await readInScope(ctx.scope, async (tx) => [
    await findPerson(tx, id, personId),
    await findAgreementsByLink(tx, personId),
  ]);
  if (!found) notFound();
  const { personKey, revokedAt } = found;
  return {
    id: personId,
    person: Buffer.from(personKey).toString("hex"),
    isRevoked: revokedAt !== null,
    hasAgreed: agreements.length > 0,
  };
}

/** Loads a consultation as its form begins, with the instructions of its controller. */
export async function loadConsultationForm(slug: string, id: string) {
  const { consultation, may } = await loadConsultation(slug, id);
  const ctx = await requireStaff(slug);
  const instructions = await readInScope(ctx.scope, (tx) =>
    findNameable(tx, {
      controllerId: consultation.controllerId,
      use: "consultation",
      day: today(ctx),
      named: consultation.instructionId,
    }),
  );
  const { reference, version, title, instructionId, content } = consultation;
  return {
    saved: { id, reference, version },
    values: { title, instructionId: instructionId ?? "", ...content },
    instructions,
    mayWrite: may.write,
    isOpen: consultation.state === "draft",
  };
}

export async function loadNewConsultation(slug: string) {
  const ctx = await requireStaff(slug);
  const controllers = await readInScope(ctx.scope, findActiveControllers);
  return {
    controllers: controllers.map(({ id, legalName }) => ({ value: id, label: legalName })),
    mayWrite: can(ctx.actor, "consultation.write"),
  };
}

/** Loads what a link asks and was answered, and what it is now; nothing is stored of the look. Cached per request. */
export const loadAsked = cache(async (token: string) => {
  const asked = await withOrg(scopeOfToken(token), (tx) => askedByLink(tx, new Date()));
  if (!asked) return { status: "unknown" as const };
  const { status, reference, content, choices, lastDay, agreed, language } = asked;
  const questions = content.questions.flatMap((question, index) =>
    asked.asked.includes(index + 1) ? [{ number: index + 1, ...question }] : [],
  );
  return {
    status,
    reference,
    processor: {
      name: asked.processor,
      contact: asked.processor_contact,
      address: asked.processor_address,
    },
    controller: {
      name: asked.controller,
      contact: asked.controller_contact,
      address: asked.controller_address,
    },
    months: content.months,
    questions,
    choices,
    agreed,
    language,
    lastDay,
  };
});
