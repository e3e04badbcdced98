import { invalid, type Issue, type Outcome } from "@/lib/domain/outcome/outcome";
import { Prisma } from "@/lib/generated/prisma/client";

/**
 * Runs a verb and refuses with `issue` where a unique index of the database says that another row has the value already:
 * what two write at the same moment neither has read before.
 */
export async function refuseWhereTaken<T>(
  { path, key }: Pick<Issue, "path" | "key">,
  run: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return invalid(path, key);
    throw error;
  }
}
