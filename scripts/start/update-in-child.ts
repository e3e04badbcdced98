import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { waitForExit } from "./child";
import type { ReadyDatabase } from "./database";
import type { Note } from "./progress";

/** Work on a database; sent to the child, whose arguments and environment others of the machine may read. */
export const taskSchema = z.object({
  task: z.enum(["migrate", "assess"]),
  ownerUrl: z.string(),
  secret: z.string(),
});
type Task = z.output<typeof taskSchema>;

const messageSchema = z.union([
  z.object({ note: z.string() }),
  z.object({ applied: z.array(z.string()) }),
  z.object({ refused: z.string(), isTold: z.boolean() }),
]);
export type TaskMessage = z.output<typeof messageSchema>;

/**
 * Migrates in a process that ends: the engine of migrations takes 40 MB, which a supervisor would hold for as long as it
 * lives. Throws what the child threw, in its words.
 */
export function migrateInChild(ownerUrl: string, secret: string): Promise<string[]> {
  return runTask({ task: "migrate", ownerUrl, secret }, () => {});
}

/** Assesses every register by the rules of this version, with the client of Prisma, which takes 80 MB. */
export async function assessInChild(
  { ownerUrl, secret }: Pick<ReadyDatabase, "ownerUrl" | "secret">,
  note: Note,
): Promise<void> {
  await runTask({ task: "assess", ownerUrl, secret }, note);
}

async function runTask(task: Task, note: Note): Promise<string[]> {
  const child = fork(join(import.meta.dirname, "update-child.ts"), { execArgv: ["--import", "tsx"] });
  const ended = waitForExit(child);
  let last: TaskMessage | undefined;
  child.on("message", (message) => {
    last = messageSchema.parse(message);
    if ("note" in last) note(last.note);
  });
  child.send(task);
  const code = await ended;
  if (last && "applied" in last) return last.applied;
  if (last && "refused" in last)
    throw last.isTold ? new ConfigurationError(last.refused) : new Error(last.refused);
  throw new Error(`The update of the database (${task.task}) ended with ${code}.`);
}
