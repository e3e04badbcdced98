import { appendFileSync } from "node:fs";
import { Client } from "pg";
import { it } from "vitest";
import { closeClients } from "@/lib/platform/db";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
const say = (t: string) => appendFileSync("/tmp/ev-measure.txt", t + "\n");
it("x", async () => {
const d = await freshDatabase();
const ctx = await makeOrganisation(d.ownerUrl);
const record = await makeRecord(ctx);
const c = new Client({connectionString:d.appUrl}); await c.connect();
const step = `DO $do$ DECLARE i int; base record_version%ROWTYPE; BEGIN
 SELECT * INTO base FROM record_version WHERE record_id = '${record.id}' AND version = 1;
 FOR i IN FROM_ .. TO_ LOOP
  base.version := i; base.recorded_at := clock_timestamp(); base.superseded_at := clock_timestamp();
  INSERT INTO record_version SELECT base.*;
  PERFORM journal_append('${ctx.scope.org}', ARRAY[decode(md5(i::text),'hex')], ARRAY[jsonb_build_object('event','record.updated','subject',jsonb_build_object('noun','processing-record','id','${record.id}','label','T-001'),'actor',jsonb_build_object('id','${ctx.actor.personId}','name','Naïma'),'after',jsonb_build_object('text', repeat('x', 300)))::text]);
 END LOOP; END $do$`;
for (let at = 2; at < 200_000; at += 10_000) {
  const t = performance.now();
  await c.query("BEGIN"); await c.query("SELECT set_config('app.org',$1,true), set_config('app.scope','staff',true)", [ctx.scope.org]);
  await c.query(step.replace("FROM_", String(at)).replace("TO_", String(at + 9_999)));
  await c.query("COMMIT");
  say(`${at} ${((performance.now() - t) / 10_000).toFixed(3)} ms each`);
}
await c.query("BEGIN"); await c.query("SELECT set_config('app.org',$1,true), set_config('app.scope','staff',true)", [ctx.scope.org]);
let t = performance.now(); await c.query("SELECT evidence_collect($1)", [ctx.scope.org]); say(`collect ${((performance.now()-t)/1000).toFixed(1)} s`); await c.query("ROLLBACK"); await c.end();
const o = new Client({connectionString:d.ownerUrl}); await o.connect();
await o.query("ANALYZE");
let peak = 0; const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 50);
const before = process.memoryUsage().rss; t = performance.now();
const report = await verifyJournal(o);
clearInterval(timer);
say(`verify ${((performance.now()-t)/1000).toFixed(1)} s whole=${report.isWhole} rss ${(before/1e6).toFixed(0)} -> ${(peak/1e6).toFixed(0)} MB`);
const size = await o.query("SELECT pg_size_pretty(pg_database_size(current_database())) s"); say(size.rows[0].s);
await o.end(); await closeClients(); await d.drop();
}, 1_500_000);
