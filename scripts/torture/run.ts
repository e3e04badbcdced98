import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { itemAt } from "@/lib/domain/invariant/required";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { closeClients } from "@/lib/platform/database/clients";
import { discardData } from "@/lib/platform/embedded/discard-data";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { openSession } from "@/lib/platform/request/session-store";
import { makeOrganisationIn } from "./make-organisation";
import { Installation } from "./installation";
import { inspect } from "./inspect";
import { openMailbox } from "./mailbox";
import { findVictim, VICTIMS, type Victim } from "./processes";
import { judge, printHead, printKill, type Kill } from "./report";
import { untilMailed } from "./until-mailed";
import { startWriters, type Writers } from "./writers";

const WRITERS = 6;

/**
 * Kills every part of Amana at random with -9 while people write, and counts what is left of what was acknowledged. On a
 * throwaway folder; ends only processes that it began itself. Throws when anything was lost.
 */
export async function torture(kills: number) {
  const folder = mkdtempSync(join(tmpdir(), "amana-torture-"));
  chmodSync(folder, 0o711);
  const mailbox = await openMailbox();
  const installation = await Installation.open(folder, mailbox.settings);
  try {
    const writers = await startWriting(installation);
    const done = await killOneByOne(installation, writers, kills);
    await writers.stop();
    const mail = await untilMailed(installation, mailbox, kills);
    const last = await inspect(installation.ownerUrl, writers.promises);
    const verdict = judge(done, last, mail, writers.promises.unanswered);
    console.log(`\n${verdict.line}`);
    if (!verdict.isWhole) throw new ConfigurationError(`The folder is kept: ${folder}`);
  } finally {
    await closeClients();
    await installation.close();
    await mailbox.close();
  }
  await discardData(folder);
}

async function startWriting(installation: Installation): Promise<Writers> {
  const organisation = await makeOrganisationIn(installation);
  const device = { userAgent: "torture", address: "127.0.0.1" };
  const token = await openSession(organisation.actor.personId, device, new Date());
  const visitor = { baseUrl: installation.baseUrl, cookie: `${SESSION_COOKIE}=${token}` };
  return startWriters(WRITERS, visitor, organisation.slug, organisation);
}

async function killOneByOne(installation: Installation, writers: Writers, kills: number): Promise<Kill[]> {
  const done: Kill[] = [];
  printHead();
  for (const victim of chooseVictims(installation, kills)) {
    await sleep(300 + Math.random() * 1_700);
    const pid = findVictim(installation, victim);
    if (pid === undefined) throw new Error(`There is no ${victim} to kill.`);
    process.kill(pid, "SIGKILL");
    const killed = Date.now();
    await untilGone(installation, victim, pid);
    await installation.untilWhole();
    const backIn = Date.now() - killed;
    await untilWritten(writers);
    const kill = { victim, backIn, ...(await inspect(installation.ownerUrl, writers.promises)) };
    printKill(done.push(kill), kill);
  }
  return done;
}

/** Every part once, in any order, then any of them. */
function chooseVictims(installation: Installation, kills: number): Victim[] {
  const parts = VICTIMS.filter((victim) => victim !== "job worker" || installation.worker !== undefined);
  const shuffled = parts.map((victim) => ({ victim, at: Math.random() })).sort((a, b) => a.at - b.at);
  const first = shuffled.map(({ victim }) => victim);
  const rest = Array.from({ length: kills }, () => itemAt(parts, Math.floor(Math.random() * parts.length)));
  return [...first, ...rest].slice(0, kills);
}

/** A killed process is counted until its parent has looked: it must not be taken for the one that replaces it. */
async function untilGone(installation: Installation, victim: Victim, pid: number) {
  while (findVictim(installation, victim) === pid) await sleep(5);
}

/** People write again: something that began after the kill was acknowledged. */
async function untilWritten({ promises }: Writers) {
  const before = promises.controllers.size;
  const deadline = Date.now() + 60_000;
  while (promises.controllers.size < before + WRITERS) {
    if (Date.now() > deadline) throw new Error("Amana answers, but nothing can be written.");
    await sleep(20);
  }
}

/** Notices that a short torture sends. */
const FEW_NOTICES = "20";

export function readTorture(): { kills: number; notices: number } {
  const { values } = parseArgs({
    options: { kills: { type: "string", default: "20" }, notices: { type: "string", default: FEW_NOTICES } },
  });
  const [kills, notices] = [Number(values.kills), Number(values.notices)];
  const isCount = (number: number) => Number.isInteger(number) && number >= 0;
  if (isCount(kills) && isCount(notices) && kills + notices > 0) return { kills, notices };
  throw new ConfigurationError("npm run torture -- [--kills NUMBER] [--notices NUMBER]");
}
