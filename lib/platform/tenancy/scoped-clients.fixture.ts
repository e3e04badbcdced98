import { Client } from "pg";
import type { StaffCtx } from "@/lib/platform/request/context";

/** Settings of one statement's scope: `app.org`, `app.scope` and so on. */
export type Scope = { org?: string; scope?: string; controller?: string; person?: string; session?: string };

export const staff = (ctx: StaffCtx): Scope => ({ org: ctx.scope.org, scope: "staff" });
export const auditor = (ctx: StaffCtx): Scope => ({ org: ctx.scope.org, scope: "auditor" });
/** The scope of a controller's portal, bound by the hash of a session of its contact's. */
export const portalOf = ({ scope: { org } }: StaffCtx, controller: string, session: string): Scope => ({
  org,
  scope: "portal",
  controller,
  session,
});
export const rowsOf = (ctx: StaffCtx, table: string) =>
  [`SELECT 1 FROM ${table} WHERE org_id = $1`, [ctx.scope.org]] as const;

type Urls = { appUrl: string; authUrl: string; portalUrl: string };
type Attempt = (
  asked: Client,
  scope: Scope,
  sql: string,
  values?: readonly unknown[],
) => Promise<number | string>;

/** Connects as each role; every statement is rolled back. */
export async function openScopedClients({ appUrl, authUrl, portalUrl }: Urls) {
  const app = new Client({ connectionString: appUrl });
  const auth = new Client({ connectionString: authUrl });
  const portal = new Client({ connectionString: portalUrl, options: "-c search_path=portal,public" });
  await Promise.all([app, auth, portal].map((client) => client.connect()));
  /** Returns the rows that it touched, or the code of the refusal. The portal's scope is its own role's. */
  const attempt: Attempt = async (asked, scope, sql, values = []) => {
    try {
      return await run(asked === app && scope.scope === "portal" ? portal : asked, scope, sql, values);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  return {
    app,
    auth,
    attempt,
    /** Reads as the application's role, which has no part in the portal whatever scope it names. */
    asApplication: (scope: Scope, sql: string, values: readonly unknown[] = []) =>
      run(app, scope, sql, values),
    close: () => Promise.all([app, auth, portal].map((client) => client.end())),
  };
}

async function run(client: Client, scope: Scope, sql: string, values: readonly unknown[]): Promise<number> {
  await client.query("BEGIN");
  try {
    for (const [name, value] of Object.entries(scope))
      await client.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } finally {
    await client.query("ROLLBACK");
  }
}
