import { done } from "@/lib/domain/outcome/outcome";
import { importRegister } from "@/lib/features/register-import/write/mutations";
import { MAX_REGISTER_BYTES } from "@/lib/features/register-import/schema";
import { receiveInOrganisation } from "@/lib/platform/transport/upload-route";

export const POST = receiveInOrganisation({
  page: "/records/import/register",
  maxBytes: MAX_REGISTER_BYTES,
  receive: async (ctx, file) => {
    const outcome = await importRegister(ctx, { fileName: file.name, file });
    if (!outcome.ok) return outcome;
    const { records, versions } = outcome.value;
    return done(`?records=${records}&versions=${versions}`);
  },
  fault: "a register could not be brought in",
});
