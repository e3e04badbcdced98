import type { OrgScope } from "@/lib/domain/access/scope";

/** Mints the scope of a unit of work. For session, jobs, factories and tests alone. */
export function mintScope(of: {
  org: string;
  scope: OrgScope["scope"];
  controllerId?: string;
  controllerIds?: readonly string[];
  grantId?: string;
  linkHash?: string;
  sessionHash?: string;
}): OrgScope {
  return of as OrgScope;
}
