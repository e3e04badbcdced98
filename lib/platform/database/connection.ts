import { Client } from "pg";

/**
 * Opens a connection of its own, works on it and ends it. A server that dies fails the statement under way, which throws;
 * the connection reports it again, and an event that nobody hears would end the process.
 */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
