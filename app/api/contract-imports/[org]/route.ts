import { done } from "@/lib/domain/outcome/outcome";
import { openContractImport } from "@/lib/features/contract-import/write/mutations";
import { MAX_CONTRACTS_BYTES } from "@/lib/features/contract-import/schema";
import { receiveInOrganisation } from "@/lib/platform/transport/upload-route";

export const POST = receiveInOrganisation({
  page: "/contracts/import",
  maxBytes: MAX_CONTRACTS_BYTES,
  receive: async (ctx, file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await openContractImport(ctx, { fileName: file.name, bytes });
    return outcome.ok ? done(`?${new URLSearchParams({ file: outcome.value.file })}`) : outcome;
  },
  fault: "a file of contracts could not be read",
});
