import { itemAt } from "@/lib/domain/invariant/required";
import { findMatrix } from "@/lib/features/authorisation-matrix/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { measureSpeed } from "./load";
import { printLine, printBytes, printSpeed } from "./report";
import { CONTROLLERS, SUB_PROCESSORS, type MeasuredMatrix } from "./seed-matrix";
import { measureWeight } from "./weight";

const WARM_UP = 20;
const TIMES = 100;

/** The first page of the matrix, of 1,500 cells, asked of the running product. */
export async function measureMatrixPage(baseUrl: string, { slug, token }: MeasuredMatrix): Promise<void> {
  const page = { url: `${baseUrl}/${slug}/authorisations`, cookie: `amana.session=${token}` };
  printSpeed("its page, 25 controllers", await measureSpeed(page));
  printBytes(await measureWeight(page));
}

/** The whole matrix, from the first statement to the last cell, one after the other, as a request has it. */
export async function measureMatrix({ ctx, requests }: MeasuredMatrix): Promise<void> {
  printLine(`\n${CONTROLLERS} controllers × ${SUB_PROCESSORS} sub-processors, ${requests} requests`);
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + TIMES; index += 1) {
    const begun = performance.now();
    const { rows } = await withOrg(ctx.scope, (tx) => findMatrix(tx, new Date()));
    if (rows.length !== CONTROLLERS) throw new Error(`The matrix has ${rows.length} controllers.`);
    if (index >= WARM_UP) times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => itemAt(times, Math.floor(times.length * share)).toFixed(1);
  printLine(`  the whole matrix, computed: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
