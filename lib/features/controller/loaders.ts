import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import type { Search } from "@/lib/forms/list-query";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  controllerQuerySchema,
  countControllers,
  findControllerPage,
} from "@/lib/features/controller/read/list";
import { findLastVersion } from "@/lib/platform/versioned/last-version";
import { findController } from "@/lib/features/controller/read/queries";

export type { ControllerListRow } from "@/lib/features/controller/read/list";

const VERSIONS = { versions: "controller_version", key: "controllerId" } as const;

export async function loadControllers(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = controllerQuerySchema.parse(search);
  const reader = readerFor(ctx.scope);
  const [rows, counts] = await Promise.all([findControllerPage(reader, query), countControllers(reader)]);
  return {
    ...pageOf(rows, ({ legalName, id }) => [legalName, id]),
    counts,
    query,
    mayWrite: can(ctx.actor, "controller.write"),
  };
}

/** Cached per request. */
export const loadController = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const { controller, ...beside } = await readTogether({
      controller: findController(tx, id),
      last: findLastVersion(tx, VERSIONS, id),
    });
    return controller && { controller, ...beside };
  });
  if (!found) notFound();
  const { archivedAt, ...controller } = found.controller;
  return {
    controller: { ...controller, archivedAt: archivedAt?.getTime() ?? null },
    version: {
      number: controller.version,
      author: found.last?.authorName ?? "",
      at: found.last?.recordedAt.getTime() ?? 0,
    },
    mayWrite: can(ctx.actor, "controller.write"),
    mayArchive: can(ctx.actor, "controller.archive"),
    nowMs: ctx.now.getTime(),
  };
});

export async function loadControllerGate(slug: string): Promise<{ mayWrite: boolean; nowMs: number }> {
  const ctx = await requireStaff(slug);
  return { mayWrite: can(ctx.actor, "controller.write"), nowMs: ctx.now.getTime() };
}
