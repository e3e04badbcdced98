import { readFileSync } from "node:fs";
import { required } from "@/lib/domain/invariant/required";
import { env } from "@/lib/platform/environment/env";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import { get, post } from "./load";
import { family, watchWork } from "./memory";
import { printLine, printPeak } from "./report";
import type { Measured } from "./seed";

/** Pages that the web process has served before. */
const PAGES = 60;
const TICKS_A_SECOND = 100;

/** Measures all volumes of a register's PDF from one web process, and how much of it is spent in the typesetter. */
export async function measurePdf({ slug, token, size }: Measured): Promise<void> {
  const amana = launch({
    AMANA_DATA_DIR: env().AMANA_DATA_DIR,
    PORT: String(await findFreePort()),
    WEB_WORKERS: "1",
    AMANA_JOBS: "off",
  });
  try {
    const { baseUrl } = await readAnnouncement(amana, { isNew: false });
    const server = required(amana.pid, "pid of the server");
    const cookie = `amana.session=${token}`;
    for (let page = 0; page < PAGES; page += 1) await get({ url: `${baseUrl}/${slug}/records`, cookie });
    const before = typesettingSeconds(server);
    let bytes = 0;
    const peak = await watchWork(server, async () => {
      const target = { url: `${baseUrl}/api/exports/${slug}`, cookie };
      const { status, body } = await post(target, { register: "processor", format: "pdf" });
      if (status !== 200) throw new Error(`The export answered ${status}.`);
      bytes = body.length;
    });
    const typesetting = typesettingSeconds(server) - before;
    printPeak(`PDF of ${size.records} records, ${(bytes / 1e6).toFixed(1)} MB`, peak);
    const times = (peak.cpuSeconds / typesetting).toFixed(2);
    printLine(`  of which typesetting ${typesetting.toFixed(1)} s of processor: ${times} times it in all`);
  } finally {
    await stop(amana);
  }
}

/** Processor time of children that have ended: those of a web process are compilers alone. */
function typesettingSeconds(server: number): number {
  return family(server)
    .filter((pid) => pid !== server)
    .map((pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
    })
    .reduce((sum, seconds) => sum + seconds, 0);
}
