import { useSyncExternalStore } from "react";

/** False on the server and without JavaScript. */
export function useScripted(): boolean {
  return useSyncExternalStore(noStore, scripted, unscripted);
}

const noStore = () => () => {};
const scripted = () => true;
const unscripted = () => false;
