import { openImport } from "@/lib/features/import/write/mutations";
import { makeInvitation } from "@/prisma/factories/invitation";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";

const FILE = "Client;Activité confiée\r\nLaiterie Orgeval;Rappels de factures\r\n";

/** Addresses of an organisation that holds one of each noun. */
async function fillOrganisation(of: Awaited<ReturnType<typeof makeOrganisation>>) {
  const { id, controllerId } = await makeRecord(of);
  const bytes = new TextEncoder().encode(FILE);
  const run = valueOf(await openImport(of, { fileName: "registre.csv", bytes }));
  return [
    "",
    "/organisation",
    "/organisation/edit/identity",
    "/journal",
    "/members",
    "/members/new",
    "/members/leave",
    `/members/${of.actor.memberId}`,
    `/members/${of.actor.memberId}/remove`,
    `/members/invitations/${(await makeInvitation(of)).id}`,
    "/controllers",
    "/controllers/new",
    `/controllers/${controllerId}`,
    `/controllers/${controllerId}/edit`,
    `/controllers/${controllerId}/archive`,
    "/records",
    "/records/new",
    "/records/export",
    "/records/import",
    "/records/import/register",
    `/records/import/${run.id}`,
    `/records/${id}`,
    `/records/${id}?on=2026-11-01`,
    `/records/${id}/history`,
    `/records/${id}/history/1/restore`,
    `/records/${id}/state`,
    `/records/${id}/edit/operations`,
  ];
}

test("another organisation's addresses are not found", async ({ page, context, organisation, database }) => {
  const foreign = await makeOrganisation(database.ownerUrl);
  const paths = await fillOrganisation(foreign);
  await signIn(context, organisation);
  for (const path of paths) {
    // Foreign objects must be refused under both slugs.
    const addresses = [`/${foreign.slug}${path}`];
    if (/[0-9a-f]{8}-/.test(path)) addresses.push(`/${organisation.slug}${path}`);
    for (const address of addresses) {
      const answer = await context.request.get(address);
      expect(answer.status(), address).toBe(404);
      expect(await answer.text()).not.toContain("Orvelle");
    }
  }
  await page.goto(`/${foreign.slug}/records`);
  await expect(page.getByRole("heading", { name: "Cette page est introuvable" })).toBeVisible();
});

test("another organisation's files can be neither taken nor sent", async ({
  context,
  organisation,
  database,
}) => {
  const foreign = await makeOrganisation(database.ownerUrl);
  const bytes = new TextEncoder().encode(FILE);
  const run = valueOf(await openImport(foreign, { fileName: "registre.csv", bytes }));
  await signIn(context, organisation);
  const headers = { "sec-fetch-site": "same-origin" };
  const file = { name: "registre.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
  const answers = [
    await context.request.post(`/api/exports/${foreign.slug}`, { headers, form: { format: "csv" } }),
    await context.request.post(`/api/imports/${foreign.slug}`, { headers, multipart: { file } }),
    await context.request.get(`/api/imports/${foreign.slug}/${run.id}/rejects`),
    await context.request.get(`/api/imports/${organisation.slug}/${run.id}/rejects`),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404, 404]);
});

test("a form sent from another site is refused", async ({ context, organisation }) => {
  await signIn(context, organisation);
  const answer = await context.request.post(`/api/exports/${organisation.slug}`, {
    headers: { "sec-fetch-site": "cross-site" },
    form: { format: "csv" },
  });
  expect(answer.status()).toBe(403);
});

test("whoever is signed out is led to sign-in, and files stay closed", async ({ page, organisation }) => {
  const paths = await fillOrganisation(organisation);
  for (const path of paths) {
    const answer = await page.request.get(`/${organisation.slug}${path}`, { maxRedirects: 0 });
    expect([307, 303], path).toContain(answer.status());
    expect(answer.headers().location).toContain("/sign-in?next=");
  }
  const headers = { "sec-fetch-site": "same-origin" };
  const answer = await page.request.post(`/api/exports/${organisation.slug}`, {
    headers,
    form: { format: "csv" },
  });
  expect(answer.status()).toBe(404);
  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter");
});
