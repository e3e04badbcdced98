import { describe, expect, it } from "vitest";
import { POST as exportContracts } from "@/app/api/contracts/[org]/route";
import { GET as takeDossier, POST as takeProvedDossier } from "@/app/api/dossiers/[org]/[id]/route";
import { POST as exportRegister } from "@/app/api/exports/[org]/route";
import { POST as exportLedger } from "@/app/api/instructions/[org]/route";
import { POST as exportMatrix } from "@/app/api/authorisation-matrix/[org]/route";
import { POST as exportAssistance } from "@/app/api/assistance/[org]/route";
import { POST as exportRequests } from "@/app/api/rights-requests/[org]/route";
import { POST as exportSubProcessors } from "@/app/api/sub-processors/[org]/route";
import { dossierFormSchema } from "@/lib/features/dossier/schema";
import { requestOwnDossier } from "@/lib/features/dossier/write/mutations";
import { makeWhole } from "@/lib/features/dossier/dossier.fixture";
import { askedAgainSchema } from "@/lib/forms/asked-again";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { openSession } from "@/lib/platform/request/session-store";
import { makeOrganisation, PASSWORD } from "@/prisma/factories/organisation";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { withinRequest } from "@/scripts/test/request-scope";

const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);
const controller = await makeController(own);
await makeRecord(own, { controllerId: controller.id });

type Route = (request: Request, context: { params: Promise<{ org: string }> }) => Promise<Response>;
const SIX_MINUTES = 360_000;

/** Sends a form, or asks by GET where there is none, in a session that was opened so many milliseconds ago. */
async function send(route: Route, path: string, form: Record<string, string> | null, ageMs = SIX_MINUTES) {
  const opened = new Date(Date.now() - ageMs);
  const token = await openSession(own.actor.personId, { userAgent: "", address: "" }, opened);
  const body = form && String(new URLSearchParams(form));
  const headers = {
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body?.length ?? 0),
  };
  const request = new Request(`http://localhost${path}`, {
    headers,
    method: body === null ? "GET" : "POST",
    ...(body === null ? {} : { body }),
  });
  const cookie = `${SESSION_COOKIE}=${token}`;
  const params = Promise.resolve({ org: own.slug });
  const answer = await withinRequest({ cookie }, () => route(request, { params }));
  // Read to its end: a person's turn lasts until the last byte has left.
  await answer.arrayBuffer();
  return answer;
}

const askedOf = (answer: Response) =>
  askedAgainSchema.parse(
    Object.fromEntries(new URL(answer.headers.get("location") ?? "/", "http://localhost").searchParams),
  );

const EVERYTHING: [string, Route, Record<string, string>][] = [
  ["exports", exportRegister, { register: "processor", format: "csv", contents: "with-findings" }],
  ["contracts", exportContracts, { format: "json" }],
  ["instructions", exportLedger, { format: "json", controller: "" }],
  ["authorisation-matrix", exportMatrix, { format: "csv" }],
  ["rights-requests", exportRequests, { format: "csv" }],
  ["sub-processors", exportSubProcessors, { format: "json" }],
  ["assistance", exportAssistance, { format: "csv" }],
];

describe.each(EVERYTHING)("%s of every client", (name, route, form) => {
  const path = `/api/${name}/${own.slug}`;

  it("asks six minutes after signing in for a proof, and keeps what was typed", async () => {
    const answer = await send(route, path, form);
    expect(answer.status).toBe(303);
    const asked = askedOf(answer);
    expect(asked).toMatchObject({ to: name, issue: "required", values: Object.entries(form) });
    expect(asked?.back).not.toContain("error");
    const wrong = await send(route, path, { ...form, password: "un autre mot de passe" });
    expect(askedOf(wrong)).toMatchObject({ issue: "wrongPassword", values: Object.entries(form) });
  });

  it("leaves with the password, or within five minutes", async () => {
    expect((await send(route, path, { ...form, password: PASSWORD })).status).toBe(200);
    expect((await send(route, path, form, 60_000)).status).toBe(200);
  });
});

it("lets one client's part leave without a proof", async () => {
  const form = { register: "processor", format: "csv", controller: controller.id };
  expect((await send(exportRegister, `/api/exports/${own.slug}`, form)).status).toBe(200);
});

describe("a dossier of every client", () => {
  const stated = { audience: "authority", recipient: "CNIL", sections: ["measures"] };
  const unproved = { ...own, provedAt: null };

  it("is asked for with a proof, one of chosen clients without", async () => {
    const ask = (more: object) =>
      requestOwnDossier(unproved, dossierFormSchema.parse({ ...stated, ...more }));
    expect(await ask({})).toMatchObject({ refusal: { issues: [{ path: "password", key: "required" }] } });
    expect(await ask({ password: PASSWORD })).toMatchObject({ ok: true });
    expect(await ask({ controllerIds: [controller.id] })).toMatchObject({ ok: true });
  });

  it("leaves with a proof", async () => {
    const { id } = await makeWhole(own, { sections: ["measures"] });
    const path = `/api/dossiers/${own.slug}/${id}`;
    const params = Promise.resolve({ org: own.slug, id });
    const get: Route = (request) => takeDossier(request, { params });
    const post: Route = (request) => takeProvedDossier(request, { params });
    expect(askedOf(await send(get, path, null))).toMatchObject({ to: `dossiers/${id}`, values: [] });
    expect(askedOf(await send(post, path, { password: "non" }))).toMatchObject({ issue: "wrongPassword" });
    expect((await send(post, path, { password: PASSWORD })).status).toBe(200);
    expect((await send(get, path, null, 60_000)).status).toBe(200);
  });
});
