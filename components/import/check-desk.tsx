"use client";

import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

type CheckState = { isDirty: boolean; setDirty: (isDirty: boolean) => void };

const DeskContext = createContext<CheckState>({ isDirty: false, setDirty: () => {} });

/** Shares unsaved ticks upwards: committing is disabled until they are saved. */
export function CheckDesk({ children }: { children: ReactNode }) {
  const [isDirty, setDirty] = useState(false);
  const desk = useMemo(() => ({ isDirty, setDirty }), [isDirty]);
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

export function useCheckState(): CheckState {
  return useContext(DeskContext);
}
