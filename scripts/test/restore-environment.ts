import { afterAll } from "vitest";
import { resetEnv } from "@/lib/platform/environment/env";

// Files share a process: a folder, a mail server or a secret that one sets would be those of each after it.
const before = { ...process.env };

afterAll(() => {
  const added = Object.keys(process.env).filter((name) => !(name in before));
  for (const name of added) delete process.env[name];
  Object.assign(process.env, before);
  resetEnv();
});
