import { spawnSync } from "node:child_process";
import { wishFault } from "@/e2e/planted-fault";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import { childEnvironment } from "@/lib/platform/environment/env";
import { toolPath } from "./start/tool";

/**
 * Shows that a fault of a noun turns its journeys red: `plant-faults.ts measure dossier=dossier`. The server finds no row
 * of the noun's tables, which are named where its manifest names none; its journeys alone are run, up to the first that
 * fails.
 */
const wanted = process.argv.slice(2).map((word) => {
  const [id = "", named] = word.split("=");
  const noun = NOUNS.find((one) => one.id === id);
  const declared = noun && "tables" in noun ? noun.tables.map(({ name }) => name) : [];
  const tables = named?.split(",") ?? declared;
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
