import { spawnSync } from "node:child_process";
import { wishFault } from "@/e2e/planted-fault";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import { childEnvironment } from "@/lib/platform/environment/env";
import { toolPath } from "./start/tool";

/** Tables of the nouns whose manifest names none: those that their journeys read. */
const STORED_IN: Readonly<Record<string, string>> = {
  "processing-record": "processing_record",
  controller: "controller",
  contact: "controller_contact",
  contract: "contract",
  "contract-end": "contract_end",
  instruction: "instruction",
  "sub-processor": "sub_processor",
  authorisation: "authorisation",
  transfer: "transfer",
  breach: "breach",
  "breach-notice": "breach_notice",
  "night-contact": "night_contact",
  "watch-feed": "watch_feed",
  training: "dpo_work",
  "internal-audit": "dpo_work",
  assistance: "dpo_work",
  "dpo-designation": "dpo_work",
  procedure: "dpo_work",
  "cndp-filing": "dpo_work",
  obligation: "contract,transfer,measure,breach,rights_request",
  thread: "thread",
  attachment: "attachment",
  import: "import_run",
  export: "processing_record",
  compliance: "processing_record",
  dossier: "dossier",
  audit: "audit_grant",
  journal: "journal_text",
  "access-log": "access_look",
  mail: "outbox_mail",
  member: "member",
  invitation: "invitation",
  account: "person",
  session: "session",
  organisation: "organisation",
};

/**
 * Shows that a fault of a noun turns its journeys red: `plant-faults.ts measure dossier=dossier`, or every noun where none
 * is named, an hour of two processors. The server finds no row of the noun's tables; its journeys alone are run, up to the
 * first that fails.
 */
const named = process.argv.slice(2);
const wanted = (named.length > 0 ? named : NOUNS.map(({ id }) => id)).map((word) => {
  const [id = "", stated] = word.split("=");
  const noun = NOUNS.find((one) => one.id === id);
  const declared = noun && "tables" in noun ? noun.tables.map(({ name }) => name) : [];
  const tables = (stated ?? STORED_IN[id])?.split(",") ?? declared;
  if (!noun || tables.length === 0) throw new Error(`"${word}" is no noun with tables.`);
  return { id, tables };
});

const silent = wanted.filter(({ id, tables }) => {
  wishFault(tables);
  const ways = `@(happy|refusal|foreign)-${id}(?![\\w-])`;
  const words = [
    "test",
    "--project=journeys",
    "--retries=0",
    "--max-failures=1",
    "--workers=1",
    "--grep",
    ways,
  ];
  const { stdout } = spawnSync(process.execPath, [toolPath("@playwright/test", "playwright"), ...words], {
    encoding: "utf8",
    env: childEnvironment({}),
  });
  const failed = stdout.split("\n").find((line) => line.includes("✘"));
  console.log(`${id}: ${failed?.trim() ?? `NOT NOTICED\n${stdout.slice(-500)}`}`);
  return !failed;
});
process.exit(silent.length > 0 ? 1 : 0);
