import { Client } from "pg";
import { superuserUrl, type Settings } from "@/lib/platform/embedded/settings";
import { errorCode } from "@/lib/platform/environment/private-file";

/** State of the remembered port: our server, ours but not ready, another program, or nothing. */
export type ServerState = "ours" | "starting" | "foreign" | "absent";

/** Ours is the server that takes our random password; a stranger on the port cannot. */
export async function probeServer(settings: Settings): Promise<ServerState> {
  const client = new Client({ connectionString: superuserUrl(settings), connectionTimeoutMillis: 3_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return "ours";
  } catch (error) {
    return stateFromError(errorCode(error));
  } finally {
    await client.end().catch(() => {});
  }
}

/** 57P03: starting up, shutting down or recovering. 53300: full, so it must be somebody's live server: wait. */
export function stateFromError(code: string | undefined): ServerState {
  if (code === "ECONNREFUSED") return "absent";
  if (code === "57P03" || code === "53300" || code === "ECONNRESET") return "starting";
  return "foreign";
}
