import { createWriteStream, existsSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { required } from "@/lib/domain/invariant/required";
import { ownerUrl, findSettings } from "@/lib/platform/embedded/settings";
import { isProcessAlive } from "@/lib/platform/embedded/process-stamp";
import { projectRoot } from "../start/build";
import { type Amana, findFreePort, launch, readAnnouncement, stop } from "../test/amana";
import { webWorkers } from "./processes";

const WEB_WORKERS = 2;
const PATIENCE = 120_000;

/**
 * An Amana on a throwaway folder, as a service manager keeps it: `npm start` and, where there is one, `npm run worker`,
 * each started again when it dies.
 */
export class Installation {
  baseUrl = "";
  #supervisor: Amana | undefined;
  #worker: Amana | undefined;
  #isClosing = false;
  readonly #log: WriteStream;

  private constructor(
    readonly dataDir: string,
    private readonly settings: Record<string, string>,
  ) {
    this.#log = createWriteStream(join(dataDir, "torture.log"));
  }

  static async open(dataDir: string, mail: Record<string, string>): Promise<Installation> {
    const settings = {
      AMANA_DATA_DIR: dataDir,
      PORT: String(await findFreePort()),
      WEB_WORKERS: String(WEB_WORKERS),
      ...mail,
    };
    const installation = new Installation(dataDir, settings);
    installation.#supervisor = launch(settings);
    installation.baseUrl = (await readAnnouncement(installation.#supervisor, { isNew: true })).baseUrl;
    // Output of dying processes is long and belongs into the log.
    installation.#supervisor.stderr.unpipe(process.stderr);
    installation.#watch(installation.#supervisor, () => installation.#keepSupervisor());
    if (existsSync(join(projectRoot, "scripts/worker.ts"))) installation.#keepWorker();
    await installation.untilWhole();
    return installation;
  }

  get supervisor(): number | undefined {
    return livingPid(this.#supervisor);
  }

  get worker(): number | undefined {
    return livingPid(this.#worker);
  }

  get cluster(): string {
    return required(findSettings(this.dataDir), "settings of the folder").cluster;
  }

  /** Read each time: a database that comes back may have found its port taken. */
  get ownerUrl(): string {
    return ownerUrl(required(findSettings(this.dataDir), "settings of the folder"));
  }

  /** Waits until every process is there and the application answers with its database. */
  async untilWhole() {
    const deadline = Date.now() + PATIENCE;
    while (!(await this.#isWhole())) {
      if (Date.now() > deadline) throw new Error(`Amana did not come back within ${PATIENCE / 1000} s.`);
      await sleep(20);
    }
  }

  async close() {
    this.#isClosing = true;
    for (const one of [this.#worker, this.#supervisor]) if (one) await stop(one);
    this.#log.end();
  }

  async #isWhole(): Promise<boolean> {
    if (!this.supervisor || webWorkers(this).length < WEB_WORKERS) return false;
    if (this.#worker && !this.worker) return false;
    try {
      const signal = AbortSignal.timeout(2_000);
      return (await fetch(`${this.baseUrl}/api/health`, { signal })).ok;
    } catch {
      return false;
    }
  }

  #keepSupervisor() {
    this.#supervisor = launch(this.settings);
    this.#watch(this.#supervisor, () => this.#keepSupervisor());
  }

  #keepWorker() {
    this.#worker = launch(this.settings, "worker.ts");
    this.#watch(this.#worker, () => this.#keepWorker());
  }

  /** Started again after a moment, as any service manager does. */
  #watch(amana: Amana, again: () => void) {
    amana.stdout.pipe(this.#log, { end: false });
    amana.stderr.pipe(this.#log, { end: false });
    amana.once("exit", () => {
      if (!this.#isClosing) setTimeout(again, 100);
    });
  }
}

function livingPid(amana: Amana | undefined): number | undefined {
  return amana?.pid && amana.exitCode === null && isProcessAlive(amana.pid) ? amana.pid : undefined;
}
