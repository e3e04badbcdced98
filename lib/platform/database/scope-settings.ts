import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import { PORTAL_SCHEMA } from "./clients";
import type { TimeLimits } from "./time-limits";

/**
 * Binds a transaction to its scope until it ends: row-level security reads these settings. `limits` replace those of the
 * role.
 */
export function scopeSettings(scope: OrgScope, limits?: TimeLimits): Prisma.Sql {
  const path = scope.scope === "portal" ? `${PORTAL_SCHEMA}, public` : "public";
  return Prisma.sql`SELECT set_config('app.org', ${scope.org}, true),
    set_config('app.scope', ${scope.scope}, true),
    set_config('app.controller', ${scope.controllerId ?? ""}, true),
    set_config('app.controllers', ${controllersOf(scope)}, true),
    set_config('app.grant', ${scope.grantId ?? ""}, true),
    set_config('app.session', ${scope.sessionHash ?? ""}, true),
    set_config('app.link', ${scope.linkHash ?? ""}, true),
    set_config('app.person', '', true),
    set_config('search_path', ${path}, true)${limits ? limitSettings(limits) : Prisma.empty}`;
}

function limitSettings({ statementMs, idleMs }: TimeLimits): Prisma.Sql {
  return Prisma.sql`, set_config('statement_timeout', ${String(statementMs)}, true),
    set_config('idle_in_transaction_session_timeout', ${String(idleMs)}, true)`;
}

/** Formats the portal's controllers as an array of PostgreSQL; "" for its own controller alone. */
function controllersOf({ controllerIds }: OrgScope): string {
  return controllerIds?.length ? `{${controllerIds.join(",")}}` : "";
}
