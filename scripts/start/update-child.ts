import { once } from "node:events";
import { applicationUrl } from "@/lib/platform/environment/env";
import { wordsOf } from "./run";
import { taskSchema, type TaskMessage } from "./update-in-child";

const { task, ownerUrl, secret } = taskSchema.parse((await once(process, "message"))[0]);
process.send?.(await update(), () => process.exit(0));

async function update(): Promise<TaskMessage> {
  try {
    return { applied: task === "migrate" ? await migrateAlone() : await assess() };
  } catch (error) {
    const words = wordsOf(error);
    const isTold = typeof words === "string";
    return { refused: words instanceof Error ? (words.stack ?? words.message) : String(words), isTold };
  }
}

async function migrateAlone(): Promise<string[]> {
  const { migrate } = await import("@/lib/platform/migrate/migrate");
  return migrate(ownerUrl, { secret });
}

/** Imported only now: while migrations run, the build may still be making the client that it needs. */
async function assess(): Promise<string[]> {
  const { reassessRegisters } = await import("./reassess");
  const urlOf = (role: "app" | "auth") => applicationUrl(ownerUrl, secret, role);
  const database = { ownerUrl, secret, appUrl: urlOf("app"), authUrl: urlOf("auth") };
  await reassessRegisters(database, (note) => process.send?.({ note } satisfies TaskMessage));
  return [];
}
