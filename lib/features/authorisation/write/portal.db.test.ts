import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest, moveInput, prepareRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeContact, makePortalSettings } from "@/prisma/factories/contact";
import { decide, makeDecision } from "@/prisma/factories/decision";
import { makeReport } from "@/prisma/factories/outbox";
import { valueOf } from "@/prisma/factories/register";
import { storedRequestOf } from "@/lib/features/authorisation/read/queries";
import { moveRequest } from "./mutations";
import { recordReceipts } from "./receipts";
import { database, ctx, on, lastEntry, eventsOf, read, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

describe("receipt", () => {
  const accepted = (id: string, at: string, state = "accepted") =>
    withOrg(ctx.scope, (tx) =>
      tx.outboxMail.update({
        where: { id },
        data: { state, acceptedAt: new Date(at), response: "250 2.0.0" },
      }),
    );
  const reported = async (id: string, at: string, kind: "delivered" | "relayed") => {
    await accepted(id, at, kind === "delivered" ? kind : "accepted");
    await makeReport(ctx, id, { kind, at: new Date(at), server: "mx.orvelle.example", status: "2.0.0" });
  };

  it.each([["accepted"], ["relayed"]] as const)("is not shown by a letter that is %s", async (how) => {
    const sent = await makeRequest(ctx);
    const at = "2026-11-02T09:00:12Z";
    await (how === "accepted" ? accepted(sent.letterId!, at) : reported(sent.letterId!, at, how));
    const job = jobContext("returned-mail", ctx.scope.org, new Date("2026-11-02T09:01:00Z"));
    expect(valueOf(await recordReceipts(job))).toBe(0);
    const row = (await read(ctx, sent.id))!;
    expect(row).toMatchObject({ receivedAt: null, facts: [{ event: "submit" }] });
    expect(authorisationStatusAt(storedRequestOf(row), Date.parse("2027-11-02T09:00:00Z"))).toMatchObject({
      state: "submitted",
      period: null,
      waits: "receipt",
    });
  });

  it("is what the controller's own server reports delivered, noted once", async () => {
    const sent = await makeRequest(ctx);
    await reported(sent.letterId!, "2026-11-02T09:00:12Z", "delivered");
    const job = jobContext("returned-mail", ctx.scope.org, new Date("2026-11-02T09:01:00Z"));
    expect(valueOf(await recordReceipts(job))).toBe(1);
    expect(valueOf(await recordReceipts(job))).toBe(0);
    expect(await read(ctx, sent.id)).toMatchObject({
      receivedAt: new Date("2026-11-02T09:00:12Z"),
      facts: [
        {},
        {
          event: "receive",
          channel: "e-mail",
          authorKind: "system",
          letterId: sent.letterId,
          source: "mx.orvelle.example 2.0.0",
        },
      ],
    });
    expect(await recordReceipts(ctx)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it("is moved by an earlier one alone", async () => {
    const later = on(ctx, "2026-11-05T09:00:00Z");
    const sent = await makeRequest(ctx);
    const received = valueOf(await moveRequest(later, moveInput(later, sent, "receive")));
    expect(received.receivedAt).toEqual(later.now);
    expect(
      await moveRequest(later, moveInput(later, received, "receive", { on: "2026-11-03", channel: "" })),
    ).toMatchObject({ refusal: { issues: [{ path: "channel", key: "authorisation.howMissing" }] } });
    const again = (day: string) => moveRequest(later, moveInput(later, received, "receive", { on: day }));
    expect(await again("2026-11-05")).toMatchObject({
      refusal: { issues: [{ path: "on", key: "authorisation.receivedBefore" }] },
    });
    expect(valueOf(await again("2026-11-03")).receivedAt).toEqual(new Date("2026-11-03T09:00:00Z"));
    expect(await lastEntry(ctx)).toMatchObject({ event: "authorisation.received" });
  });
});

describe("in the portal", () => {
  it("keeps who decided on which words, from where", async () => {
    const sent = await makeRequest(ctx);
    const contact = await makeContact(ctx, { controllerId: sent.controllerId });
    const decided = await makeDecision(contact, sent, { choice: "conditions", conditions: "Audit annuel" });
    expect(decided).toMatchObject({
      state: "approved",
      receivedAt: ctx.now,
      conditions: [{ text: "Audit annuel" }],
    });
    expect(decided.facts.at(-1)).toMatchObject({
      channel: "portal",
      authorKind: "controller-contact",
      authorName: "Claire Vasseur",
      textDigest: sent.textDigest,
      listDigest: sent.listDigest,
      address: contact.device.address,
      agent: contact.device.userAgent,
    });
    expect(await eventsOf(ctx, sent.id)).toEqual([
      "authorisation.prepared",
      "authorisation.sent",
      "authorisation.received",
      "authorisation.approved",
    ]);
  });

  it("is a signatory's, on what was shown, and of one's own controller", async () => {
    const [sent, other] = [await makeRequest(ctx), await makeRequest(ctx)];
    const { controllerId } = sent;
    const [signatory, reader] = [
      await makeContact(ctx, { controllerId }),
      await makeContact(ctx, { controllerId, role: "reader" }),
    ];
    expect(await decide(reader, sent)).toMatchObject({ refusal: { kind: "forbidden" } });
    const elsewise = { ...sent, textDigest: "0".repeat(64) };
    expect(await decide(signatory, elsewise)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await decide(signatory, other)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("two signatories at once: one wins, the other is told", async () => {
    const sent = await makeRequest(ctx);
    const { controllerId } = sent;
    const [one, other] = [await makeContact(ctx, { controllerId }), await makeContact(ctx, { controllerId })];
    const outcomes = await Promise.all([decide(one, sent), decide(other, sent, { choice: "refuse" })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict", version: 3 } });
  });

  it("raw SQL of a contact's connection reaches its own sent requests, and changes no word of them", async () => {
    const [own, other, draft] = [await makeRequest(ctx), await makeRequest(ctx), await prepareRequest(ctx)];
    await stepRequest(ctx, other, "approve", { conditions: ["Audit"] });
    const app = new Client({ connectionString: database.portalUrl });
    await app.connect();
    const asContact = async (controllerId: string, sql: string, values: unknown[] = []) => {
      await app.query("BEGIN");
      try {
        for (const [name, value] of Object.entries(await makePortalSettings(ctx, controllerId)))
          await app.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
        return (await app.query(sql, values)).rowCount;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await app.query("ROLLBACK");
      }
    };
    const mine = (sql: string, values?: unknown[]) => asContact(own.controllerId, sql, values);
    expect(await mine("SELECT 1 FROM authorisation")).toBe(1);
    expect(await asContact(draft.controllerId, "SELECT 1 FROM authorisation")).toBe(0);
    expect(await mine("SELECT 1 FROM authorisation_condition")).toBe(0);
    expect(await mine("SELECT 1 FROM authorisation_fact WHERE controller_id <> $1", [own.controllerId])).toBe(
      0,
    );
    expect(await mine("SELECT 1 FROM sub_processor")).toBe(1);
    expect(await mine("UPDATE authorisation SET state = 'approved' WHERE id = $1", [other.id])).toBe(0);
    expect(await mine("UPDATE authorisation SET text = 'x'")).toBe("42501");
    expect(await mine("UPDATE authorisation SET controller_id = $1", [other.controllerId])).toBe("42501");
    const insert = `INSERT INTO authorisation_fact (id, org_id, authorisation_id, controller_id, version, event, state, at, recorded_at, author_kind, author_id, author_name)
      SELECT gen_random_uuid(), $1, $2, $3, 9, 'approve', 'approved', now(), now(), 'controller-contact', c.person_id, c.name
        FROM controller_contact c WHERE portal_is_self(c.id, NULL)`;
    expect(await mine(insert, [ctx.scope.org, other.id, other.controllerId])).toBe("42501");
    expect(await mine(insert, [ctx.scope.org, other.id, own.controllerId])).toBe("42501");
    expect(await mine(insert, [ctx.scope.org, own.id, own.controllerId])).toBe(1);
    await app.end();
  });
});
