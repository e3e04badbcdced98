import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import { PORTAL_SCHEMA } from "./clients";

/** Binds a transaction to its scope until it ends: row-level security reads these settings. */
export function scopeSettings(scope: OrgScope): Prisma.Sql {
  const path = scope.scope === "portal" ? `${PORTAL_SCHEMA}, public` : "public";
  return Prisma.sql`SELECT set_config('app.org', ${scope.org}, true),
    set_config('app.scope', ${scope.scope}, true),
    set_config('app.controller', ${scope.controllerId ?? ""}, true),
    set_config('app.controllers', ${controllersOf(scope)}, true),
    set_config('app.grant', ${scope.grantId ?? ""}, true),
    set_config('app.link', ${scope.linkHash ?? ""}, true),
    set_config('app.person', '', true),
    set_config('search_path', ${path}, true)`;
}

/** Formats the portal's controllers as an array of PostgreSQL; "" for its own controller alone. */
function controllersOf({ controllerIds }: OrgScope): string {
  return controllerIds?.length ? `{${controllerIds.join(",")}}` : "";
}
