import { appClient } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** Up when this process answers and its database does. */
export async function readHealth(): Promise<{ status: "ok" | "unavailable"; database: boolean }> {
  try {
    await appClient().$queryRaw`SELECT 1`;
    return { status: "ok", database: true };
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return { status: "unavailable", database: false };
  }
}
