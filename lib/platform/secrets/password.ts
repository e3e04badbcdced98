import { hash, verify } from "@node-rs/argon2";

// argon2id with OWASP's first choice: 19 MiB, two passes, one lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** PHC string of an argon2id hash with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), OPTIONS);
}

/** Hashes even without a stored hash, so that the time taken does not reveal whether an address exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await hashDecoy()), password.normalize("NFKC"));
  return stored !== null && matches;
}

let decoyHash: Promise<string> | undefined;

function hashDecoy(): Promise<string> {
  return (decoyHash ??= hashPassword("nobody has this password"));
}
