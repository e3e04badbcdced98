import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import {
  applicationRoles,
  type ApplicationRole,
  applicationUrl,
  assumeEnvironment,
} from "@/lib/platform/environment/env";
import { restrictDatabase } from "@/lib/platform/migrate/restrict-database";
import { execute, urlOfDatabase } from "./cluster";
import { refuseUndeclaredFields } from "./journal-fields";

export type FreshDatabase = {
  ownerUrl: string;
  appUrl: string;
  authUrl: string;
  portalUrl: string;
  auditorUrl: string;
  publicUrl: string;
  jobsUrl: string;
  /** Drops the database, whoever is still connected; fails where its journal holds a field that no noun declares. */
  drop: () => Promise<void>;
};

/**
 * A migrated, empty database for one test file. The environment of this process is pointed at it, so that code which
 * finds its database there finds this one.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const database = await createDatabase(inject("testCluster").template);
  // A copy has the privileges of a new database, not those of its template.
  await withOwner(database.ownerUrl, restrictDatabase);
  enterDatabase(database);
  return database;
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
export function bareDatabase(): Promise<FreshDatabase> {
  return createDatabase("template0");
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
    // Files share a process: what an earlier one set of the mail server is not this one's.
    SMTP_URL: "",
    MAIL_FROM: "",
  });
}

async function createDatabase(template: string): Promise<FreshDatabase> {
  const { ownerUrl: clusterUrl, secret } = inject("testCluster");
  const name = `amana_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await execute(clusterUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const ownerUrl = urlOfDatabase(clusterUrl, name);
  return {
    ownerUrl,
    appUrl: applicationUrl(ownerUrl, secret, "app"),
    authUrl: applicationUrl(ownerUrl, secret, "auth"),
    portalUrl: applicationUrl(ownerUrl, secret, "portal"),
    auditorUrl: applicationUrl(ownerUrl, secret, "auditor"),
    publicUrl: applicationUrl(ownerUrl, secret, "public"),
    jobsUrl: applicationUrl(ownerUrl, secret, "jobs"),
    drop: async () => {
      await endSessions(clusterUrl, name, secret);
      try {
        await refuseUndeclaredFields(ownerUrl);
      } finally {
        await execute(clusterUrl, `DROP DATABASE IF EXISTS ${name}`);
      }
    },
  };
}

/**
 * Each role ends its own: on PostgreSQL 15 an owner may not end those of a role that it made, nor, by FORCE, a worker of
 * autovacuum, which DROP DATABASE stops by itself.
 */
async function endSessions(clusterUrl: string, database: string, secret: string) {
  const sql = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = '${database}' AND usename = current_user`;
  const roles = (Object.keys(applicationRoles) as ApplicationRole[]).map((role) =>
    applicationUrl(clusterUrl, secret, role),
  );
  for (const url of [...roles, clusterUrl]) await execute(url, sql);
}
