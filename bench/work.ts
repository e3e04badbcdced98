import { spawn } from "node:child_process";
import { join } from "node:path";
import { required } from "@/lib/domain/invariant/required";
import { EXPORT_FORMATS, isCnilFormat } from "@/lib/features/export/schema";
import { projectRoot } from "@/scripts/start/build";
import { post } from "./load";
import { watchWork, type Peak } from "./memory";
import type { Measured } from "./seed";

/** Time and memory of what takes long: each export as the web process answers it, and an import in one of its own. */
export async function measureWork(
  root: number,
  baseUrl: string,
  organisation: Measured,
  report: (what: string, peak: Peak) => void,
): Promise<void> {
  const { slug, token, size } = organisation;
  const target = { url: `${baseUrl}/api/exports/${slug}`, cookie: `amana.session=${token}` };
  for (const format of EXPORT_FORMATS) {
    // The CNIL's layout is that of the other register.
    if (isCnilFormat(format)) continue;
    const peak = await watchWork(root, async () => {
      const { status, body } = await post(target, { register: "processor", format });
      if (status !== 200 || body.length === 0) throw new Error(`The export as ${format} answered ${status}.`);
    });
    report(`export of ${size.records} records, ${format}`, peak);
  }
  const child = spawn(process.execPath, ["--import", "tsx", join(projectRoot, "bench/import-child.ts")], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const peak = await watchWork(required(child.pid, "pid of the child"), async () => {
    const code = await new Promise((resolve) => child.once("exit", resolve));
    if (code !== 0) throw new Error(`The import ended with ${code}.`);
  });
  report("import of 10000 rows, from process start to commit", peak);
}
