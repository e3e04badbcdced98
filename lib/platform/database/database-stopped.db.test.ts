import { withinRequest } from "@/scripts/test/request-scope";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { done } from "@/lib/domain/outcome/outcome";
import { IDLE } from "@/lib/forms/form-state";
import { completeSetup } from "@/lib/features/setup/actions";
import { act, actAsSelf, actInPortal, runAsSelf } from "@/lib/platform/request/action";
import { authOptions } from "@/lib/platform/auth/options";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { isDatabaseUnavailable } from "./unavailable";
import { closeClients } from "./clients";
import { openDatabase, type OpenDatabase } from "@/lib/platform/embedded/open-database";
import { applicationUrl, assumeEnvironment } from "@/lib/platform/environment/env";
import { readHealth } from "@/lib/platform/health/health";
import { migrate } from "@/lib/platform/migrate/migrate";
import { PageReader } from "@/lib/platform/read/reader";
import { openSession } from "@/lib/platform/request/session-store";
import { makeOrganisation, PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { testFolder } from "@/scripts/test/cluster";

const DEVICE = { userAgent: "Navigateur", address: "198.51.100.1" };

let folder: string;
let server: OpenDatabase;
let own: MadeOrganisation;
let cookie: string;

beforeAll(async () => {
  folder = mkdtempSync(join(testFolder, "stopped-"));
  server = await openDatabase(folder, { durable: false });
  const { secret } = inject("testCluster");
  await migrate(server.ownerUrl, { secret });
  // Closes those of the file before, which are at its database.
  await closeClients();
  const url = (role: "app" | "auth" | "portal" | "jobs") => applicationUrl(server.ownerUrl, secret, role);
  assumeEnvironment({
    DATABASE_APP_URL: url("app"),
    DATABASE_AUTH_URL: url("auth"),
    DATABASE_PORTAL_URL: url("portal"),
    DATABASE_JOBS_URL: url("jobs"),
    AMANA_SECRET: secret,
  });
  own = await makeOrganisation(server.ownerUrl);
  cookie = `${SESSION_COOKIE}=${await openSession(own.actor.personId, DEVICE, new Date())}`;
});
afterAll(async () => {
  await closeClients();
  rmSync(folder, { recursive: true, force: true });
});

const asSignedIn = <T>(run: () => Promise<T>) => withinRequest({ cookie }, run);

/** A form as it was typed, with what must never come back. */
function typed(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

const schema = z.object({ name: z.string() });
const verb = async () => done(null);
const form = () => typed({ name: "Nejma", password: PASSWORD });

const signIn = (password: string) => {
  const { providers } = authOptions(DEVICE, async () => ({ id: "", refusedAt: "/" }));
  // next-auth types a provider without the `authorize` that it was given.
  const [{ options }] = providers as unknown as [
    { options: { authorize: (input: object) => Promise<unknown> } },
  ];
  return withinRequest({}, () => options.authorize({ email: own.email, password }));
};

describe("while the database is up", () => {
  it("a form is done, a password is judged and health says so", async () => {
    const { slug } = own;
    expect(await asSignedIn(() => act({ org: slug, schema, form: form(), verb, state: null }))).toMatchObject(
      {
        status: "done",
      },
    );
    expect(await asSignedIn(() => runAsSelf(async () => done("asked")))).toEqual(done("asked"));
    expect(await signIn("faux")).toBeNull();
    expect(await signIn(PASSWORD)).toMatchObject({ email: own.email });
    expect((await readHealth()).database).toBe(true);
    expect(await new PageReader(own.scope).$queryRaw`SELECT slug FROM organisation`).toEqual([{ slug }]);
  });
});

describe("while the database is stopped", () => {
  beforeAll(async () => {
    await server.release();
  });

  const unavailable = {
    status: "unavailable",
    values: { name: "Nejma" },
    incident: expect.stringMatching(/^[0-9a-f]{8}$/),
  };

  it("every form is given back as it was typed, without its secrets, and says that nothing was saved", async () => {
    const asked = () => ({ schema, form: form(), verb, state: null });
    const secrets = ["password"];
    expect(await asSignedIn(() => act({ org: own.slug, ...asked() }))).toMatchObject(unavailable);
    const contact = "0197f0a0-0000-7000-8000-000000000000";
    expect(await asSignedIn(() => actInPortal({ contact, ...asked() }))).toMatchObject(unavailable);
    const self = await asSignedIn(() => actAsSelf({ ...asked(), secrets }));
    expect(self).toMatchObject(unavailable);
    expect(JSON.stringify(self)).not.toContain(PASSWORD);
  });

  it("so is set-up", async () => {
    const sent = typed({
      token: randomBytes(32).toString("base64url"),
      personName: "Salma",
      personEmail: "salma@nejma.example",
      password: PASSWORD,
      legalName: "Nejma",
      country: "MA",
    });
    const state = await withinRequest({}, () => completeSetup(IDLE, sent));
    expect(state).toMatchObject({ status: "unavailable", values: { personName: "Salma" } });
    expect(JSON.stringify(state)).not.toContain(PASSWORD);
  });

  it("what a browser's script asks is refused by an issue that has words", async () => {
    const refused = { ok: false, refusal: { kind: "invalid", issues: [{ path: "", key: "unavailable" }] } };
    expect(await asSignedIn(() => runAsSelf(async () => done("asked")))).toEqual(refused);
  });

  it("a password is not answered as a wrong one, whether it is right or not", async () => {
    for (const password of [PASSWORD, "faux"])
      await expect(signIn(password)).rejects.toThrow(/^unavailable$/);
  });

  it("a page's reads fail as what no database answered", async () => {
    const [read] = await Promise.allSettled([new PageReader(own.scope).$queryRaw`SELECT 1`]);
    expect(read.status === "rejected" && isDatabaseUnavailable(read.reason)).toBe(true);
  });

  it("health says that it is not there", async () => {
    expect(await readHealth()).toMatchObject({ status: "unavailable", database: false });
  });
});
