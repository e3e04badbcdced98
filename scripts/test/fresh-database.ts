import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import {
  applicationRoles,
  type ApplicationRole,
  applicationUrl,
  assumeEnvironment,
} from "@/lib/platform/environment/env";
import { closeClients } from "@/lib/platform/database/clients";
import { closeOwnerConnections } from "@/prisma/factories/owner-connection";
import { closeJobsPool } from "@/lib/platform/jobs/pool";
import { limitRoles } from "@/lib/platform/migrate/limit-roles";
import { restrictDatabase } from "@/lib/platform/migrate/restrict-database";
import { execute, urlOfDatabase } from "./cluster";
import { emptyDatabase, isQuiet, type Pristine, readPristine } from "./emptied-database";
import { refuseUndeclaredFields } from "./journal-fields";

export type FreshDatabase = {
  ownerUrl: string;
  appUrl: string;
  authUrl: string;
  portalUrl: string;
  auditorUrl: string;
  publicUrl: string;
  jobsUrl: string;
  /** Ends with the database, whoever is still connected; fails where its journal holds a field that no noun declares. */
  drop: () => Promise<void>;
};

/** Databases that a test file of this process has given back empty, to be used by the next. */
const emptied: { name: string; pristine: Pristine }[] = [];

/**
 * A migrated, empty database for one test file. The environment of this process is pointed at it, so that code which
 * finds its database there finds this one. `drop` empties it for the next file where that can be done; a new copy has
 * pages and statistics of no earlier test.
 */
export async function freshDatabase({ isNew = false } = {}): Promise<FreshDatabase> {
  const { superuserUrl, template } = inject("testCluster");
  const given = isNew ? undefined : emptied.pop();
  const name = given?.name ?? (await copyDatabase(template));
  const database = describeDatabase(name);
  // A copy has the privileges of a new database, and its roles' limits, not those of its template.
  if (database.appUrl !== process.env.DATABASE_APP_URL) await closeClients();
  if (!given)
    await withOwner(database.ownerUrl, async (owner) => {
      await restrictDatabase(owner);
      await limitRoles(owner, (role) =>
        applicationUrl(database.ownerUrl, inject("testCluster").secret, role),
      );
    });
  const pristine =
    given?.pristine ?? (superuserUrl ? await readPristine(urlOfDatabase(superuserUrl, name)) : undefined);
  enterDatabase(database);
  return { ...database, drop: () => giveBack(name, pristine) };
}

/**
 * Keeps the clients of this process open where the database is emptied, for the next file to use: opening them costs more
 * than many a file's tests. The jobs' pool ends, so that no file works at the database of an earlier one.
 */
async function giveBack(name: string, pristine: Pristine | undefined) {
  const { superuserUrl } = inject("testCluster");
  await closeJobsPool();
  await closeOwnerConnections();
  if (!pristine) return dropDatabase(name);
  const url = urlOfDatabase(superuserUrl, name);
  if (!(await isQuiet(url))) {
    await closeClients();
    await endSessions(name);
  }
  await refuseUndeclaredFields(url);
  if (await emptyDatabase(url, pristine)) emptied.push({ name, pristine });
  else await dropDatabase(name);
}

async function withOwner(ownerUrl: string, work: (owner: Client) => Promise<void>) {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

/** A database that nobody has migrated; the environment keeps pointing where it did. */
export async function bareDatabase(): Promise<FreshDatabase> {
  return describeDatabase(await copyDatabase("template0"));
}

/** Points the environment of this process at a database. */
export function enterDatabase({ appUrl, authUrl, portalUrl, auditorUrl, publicUrl, jobsUrl }: FreshDatabase) {
  const { secret } = inject("testCluster");
  assumeEnvironment({
    DATABASE_APP_URL: appUrl,
    DATABASE_AUTH_URL: authUrl,
    DATABASE_PORTAL_URL: portalUrl,
    DATABASE_AUDITOR_URL: auditorUrl,
    DATABASE_PUBLIC_URL: publicUrl,
    DATABASE_JOBS_URL: jobsUrl,
    AMANA_SECRET: secret,
    // No test writes through the mail server that the machine's settings name.
    SMTP_URL: "",
    MAIL_FROM: "",
  });
}

async function copyDatabase(template: string): Promise<string> {
  const name = `amana_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await execute(inject("testCluster").ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return name;
}

function describeDatabase(name: string): FreshDatabase {
  const { ownerUrl: clusterUrl, secret } = inject("testCluster");
  const ownerUrl = urlOfDatabase(clusterUrl, name);
  return {
    ownerUrl,
    appUrl: applicationUrl(ownerUrl, secret, "app"),
    authUrl: applicationUrl(ownerUrl, secret, "auth"),
    portalUrl: applicationUrl(ownerUrl, secret, "portal"),
    auditorUrl: applicationUrl(ownerUrl, secret, "auditor"),
    publicUrl: applicationUrl(ownerUrl, secret, "public"),
    jobsUrl: applicationUrl(ownerUrl, secret, "jobs"),
    drop: () => dropDatabase(name),
  };
}

async function dropDatabase(name: string) {
  const { ownerUrl: clusterUrl } = inject("testCluster");
  await closeClients();
  await closeOwnerConnections();
  await endSessions(name);
  try {
    await refuseUndeclaredFields(urlOfDatabase(clusterUrl, name));
  } finally {
    await execute(clusterUrl, `DROP DATABASE IF EXISTS ${name}`);
  }
}

/**
 * Each role ends its own: on PostgreSQL 15 an owner may not end those of a role that it made, nor, by FORCE, a worker of
 * autovacuum, which DROP DATABASE stops by itself. A superuser ends all.
 */
async function endSessions(database: string) {
  const { ownerUrl: clusterUrl, superuserUrl, secret } = inject("testCluster");
  const sql = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = '${database}' AND backend_type = 'client backend'`;
  if (superuserUrl) return execute(superuserUrl, sql);
  const roles = (Object.keys(applicationRoles) as ApplicationRole[]).map((role) =>
    applicationUrl(clusterUrl, secret, role),
  );
  for (const url of [...roles, clusterUrl]) await execute(url, `${sql} AND usename = current_user`);
}
