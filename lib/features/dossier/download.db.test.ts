import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET, HEAD } from "@/app/api/dossiers/[org]/[id]/route";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { openSession } from "@/lib/platform/request/session-store";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeWork } from "@/prisma/factories/dpo-work";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { withinRequest } from "@/scripts/test/request-scope";
import { makeWhole } from "./dossier.fixture";
import { CHUNK_BYTES } from "./read/chunk-size";
import { countDownloads } from "./read/queries";
import { expireDossier } from "./write/mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let own: MadeOrganisation;
let made: Awaited<ReturnType<typeof makeWhole>>;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  const { id: controllerId } = await makeController(own);
  await makeRecord(own, { controllerId });
  const training = await makeWork(own, "training");
  const message = `From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 23 Nov 2026 09:11:58 +0100\r\n\r\n`;
  const bytes = Buffer.from(message + randomBytes(1.5 * CHUNK_BYTES).toString("base64"));
  const about = { noun: "training", subjectId: training.id } as const;
  await makeDocument(own, about, { fileName: "a.eml", bytes: new Uint8Array(bytes) });
  made = await makeWhole(own, { sections: ["register", "trainings", "journal"] });
}, 120_000);
afterAll(() => database.drop());

type Asked = {
  headers?: Record<string, string>;
  person?: Pick<MadeOrganisation, "actor">;
  org?: string;
  id?: string;
  method?: "GET" | "HEAD";
};

async function download({
  headers = {},
  person = own,
  org = own.slug,
  id = made.id,
  method = "GET",
}: Asked = {}) {
  const token = await openSession(person.actor.personId, { userAgent: "", address: "" }, new Date());
  const request = new Request(`http://localhost/api/dossiers/${org}/${id}`, { method, headers });
  const route = method === "GET" ? GET : HEAD;
  return withinRequest({ cookie: `${SESSION_COOKIE}=${token}` }, () =>
    route(request, { params: Promise.resolve({ org, id }) }),
  );
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const downloads = () => withOrg(own.scope, (tx) => countDownloads(tx, made.id));

describe("the download of a dossier", () => {
  it("is the whole where nothing else is asked, with its digest as validator", async () => {
    const response = await download();
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBe(`"${made.row.sha256}"`);
    expect(response.headers.get("accept-ranges")).toBe("bytes");
    expect(Number(response.headers.get("content-length"))).toBe(made.zip.length);
    expect(response.headers.get("content-disposition")).toContain(made.row.fileName);
    expect((await bytesOf(response)).equals(made.zip)).toBe(true);
  });

  it("goes on from where it broke off, across the border of two chunks, and the parts are the whole", async () => {
    const etag = `"${made.row.sha256}"`;
    expect(made.zip.length).toBeGreaterThan(CHUNK_BYTES);
    const cut = CHUNK_BYTES - 3;
    const first = await download({ headers: { range: `bytes=0-${cut - 1}` } });
    const rest = await download({ headers: { range: `bytes=${cut}-`, "if-range": etag } });
    expect([first.status, rest.status]).toEqual([206, 206]);
    expect(rest.headers.get("content-range")).toBe(`bytes ${cut}-${made.zip.length - 1}/${made.zip.length}`);
    const whole = Buffer.concat([await bytesOf(first), await bytesOf(rest)]);
    expect(whole.equals(made.zip)).toBe(true);
    const last = await download({ headers: { range: "bytes=-22" } });
    expect((await bytesOf(last)).equals(made.zip.subarray(-22))).toBe(true);
  });

  it("begins anew where the file is another than the one of the first part", async () => {
    const response = await download({ headers: { range: "bytes=10-", "if-range": '"other"' } });
    expect(response.status).toBe(200);
    expect((await bytesOf(response)).length).toBe(made.zip.length);
  });

  it("refuses a part beyond its end, and says how long it is", async () => {
    const response = await download({ headers: { range: `bytes=${made.zip.length}-` } });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe(`bytes */${made.zip.length}`);
  });

  it("is journalled with the part that left, and not where nothing left", async () => {
    const before = await downloads();
    const head = await download({ method: "HEAD" });
    expect(head.status).toBe(200);
    expect(Number(head.headers.get("content-length"))).toBe(made.zip.length);
    expect((await bytesOf(head)).length).toBe(0);
    await download({ headers: { range: `bytes=${made.zip.length}-` } });
    expect(await downloads()).toBe(before);
    await (await download({ headers: { range: "bytes=5-9" } })).arrayBuffer();
    expect(await downloads()).toBe(before + 1);
    const entry = await withOrg(own.scope, (tx) =>
      tx.journalText.findFirst({ where: { event: "dossier.taken" }, orderBy: { seq: "desc" } }),
    );
    expect(entry?.text).toContain('"range":"5-9"');
  });

  it("is refused to other roles, other organisations, and for what is no dossier", async () => {
    expect((await download({ person: await makeMember(own, "editor") })).status).toBe(403);
    const stranger = await makeOrganisation(database.ownerUrl);
    expect((await download({ person: stranger })).status).toBe(404);
    expect((await download({ person: stranger, org: stranger.slug })).status).toBe(404);
    for (const id of [newId(new Date()), "x"]) expect((await download({ id })).status).toBe(404);
  });

  it("is gone once it has expired", async () => {
    const other = await makeWhole(own, { sections: ["measures"] });
    const past = new Date(other.row.expiresAt!.getTime() + 1);
    valueOf(await expireDossier(jobContext("dossier-making", own.scope.org, past), other.id));
    expect((await download({ id: other.id })).status).toBe(404);
  });
});
