import { schemaDrift } from "@/lib/platform/migrate/migrate";
import { runToEnd } from "./start/run";
import { openTestCluster, urlOfDatabase } from "./test/cluster";

// Compares the Prisma schema with the migrations.
await runToEnd(async () => {
  const { ownerUrl, template, release } = await openTestCluster();
  try {
    const drift = await schemaDrift(urlOfDatabase(ownerUrl, template));
    if (drift) throw new Error(`The migrations lack what the schema says:\n${drift}`);
  } finally {
    await release();
  }
});
