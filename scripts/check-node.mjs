import { refuseNode } from "./start/oldest-node.mjs";

// Runs before a start, whose own files an old Node cannot read.
const refusal = refuseNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
}
