import { useSyncExternalStore } from "react";

/** True once the page's script runs; false on the server and for whoever has none. */
export function useScripted(): boolean {
  return useSyncExternalStore(noStore, scripted, unscripted);
}

const noStore = () => () => {};
const scripted = () => true;
const unscripted = () => false;
