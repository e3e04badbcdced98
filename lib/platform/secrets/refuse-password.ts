import { type OwnNames, reliesOnOwnWords } from "@/lib/domain/account/password";
import { isGuessable } from "./guessable-password";

/** Says why a person may not take a password; null where it may. Its length and the plainest words are asked by `passwordSchema`. */
export async function refusalOfPassword(
  password: string,
  own: OwnNames,
): Promise<"passwordOwnWords" | "passwordCommon" | null> {
  if (reliesOnOwnWords(password, own)) return "passwordOwnWords";
  return (await isGuessable(password)) ? "passwordCommon" : null;
}
