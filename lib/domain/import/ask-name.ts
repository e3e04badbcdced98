import { isPlaceholderName } from "@/lib/domain/controller/placeholder";
import { question } from "./doubts";
import type { Doubt } from "./types";
import { wordsBesideName } from "./values/controller-words";

/** "Orbia SA (contrat résilié)", "pas encore signé : Orbia", "nous-mêmes": whether that is a client is asked. */
export function askName(name: string): Doubt[] {
  const words = isPlaceholderName(name) ? [] : wordsBesideName(name);
  if (words.length === 0) return [];
  return [{ field: "controllerName", ...question("wordsUnsettled", name, { words: words.join(", ") }) }];
}
