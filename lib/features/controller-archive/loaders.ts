import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { contactStatus } from "@/lib/domain/contact/status";
import { findOpenContacts } from "@/lib/features/contact/read/queries";
import { findController } from "@/lib/features/controller/read/queries";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireStaff } from "@/lib/platform/request/request-session";

/** Controller with its contacts and their access. */
export async function loadArchive(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const { controller, contacts } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      controller: findController(tx, id),
      contacts: findOpenContacts(tx, id),
    }),
  );
  if (!controller) notFound();
  const { legalName, version, archivedAt } = controller;
  return {
    controller: { id, legalName, version, isArchived: archivedAt !== null },
    contacts: contacts.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      status: contactStatus(row, ctx.now),
    })),
    mayArchive: can(ctx.actor, "controller.archive"),
  };
}
