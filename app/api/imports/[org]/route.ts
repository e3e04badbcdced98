import { done } from "@/lib/domain/outcome/outcome";
import { openImport } from "@/lib/features/import/write/mutations";
import { MAX_FILE_BYTES } from "@/lib/features/import/schema";
import { receiveInOrganisation } from "@/lib/platform/transport/upload-route";

/** Limit: 10 MB. */
export const POST = receiveInOrganisation({
  page: "/records/import",
  maxBytes: MAX_FILE_BYTES,
  receive: async (ctx, file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await openImport(ctx, { fileName: file.name, bytes });
    return outcome.ok ? done(`/${outcome.value.id}`) : outcome;
  },
  fault: "a file could not be brought in",
});
