import { runToEnd } from "./start/run";
import { findUnformatted } from "./verify/format";
import { projectRoot } from "./start/build";

await runToEnd(async () => {
  const unformatted = await findUnformatted(projectRoot);
  if (unformatted.length > 0) throw new Error(`Run \`npm run format\`:\n${unformatted.join("\n")}`);
});
