import { authClient } from "@/lib/platform/database/clients";
import { hashToken } from "@/lib/platform/secrets/token";

export async function isSetupTokenGood(token: string, now: Date): Promise<boolean> {
  const found = await authClient().setupToken.findUnique({ where: { tokenHash: hashToken(token) } });
  return found !== null && found.usedAt === null && found.expiresAt > now;
}
