import { createServer } from "node:net";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { errorCode } from "@/lib/platform/environment/private-file";

/** Finds out before any long work whether the address can be listened on. Throws `ConfigurationError`. */
export async function checkPort(port: number, host: string) {
  const code = await tryListening(port, host);
  if (code) throw new ConfigurationError(explainListenError(code, port, host));
}

/** Says in words why an address cannot be listened on. */
export function explainListenError(code: string, port: number, host: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`;
  }
  if (code === "EACCES")
    return `This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`;
  return `Cannot listen on ${host}:${port} (${code}). Check HOST and PORT.`;
}

function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(errorCode(error) ?? "unknown"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
