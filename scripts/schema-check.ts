import { schemaDrift } from "@/lib/platform/migrate/migrate";
import { runToEnd } from "./start/run";
import { openTestCluster, urlOfDatabase } from "./test/cluster";

// Whether prisma/schema and prisma/migrations describe one database.
await runToEnd(async () => {
  const { ownerUrl, template, release } = await openTestCluster();
  try {
    const drift = await schemaDrift(urlOfDatabase(ownerUrl, template));
    if (drift) throw new Error(`The migrations lack what the schema says:\n${drift}`);
  } finally {
    await release();
  }
});
