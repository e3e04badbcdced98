"use client";

import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

type CheckState = { isDirty: boolean; setDirty: (isDirty: boolean) => void };

const CheckStateContext = createContext<CheckState>({ isDirty: false, setDirty: () => {} });

/** Shares unsaved ticks upwards: committing is disabled until they are saved. */
export function CheckStateProvider({ children }: { children: ReactNode }) {
  const [isDirty, setDirty] = useState(false);
  const state = useMemo(() => ({ isDirty, setDirty }), [isDirty]);
  return <CheckStateContext.Provider value={state}>{children}</CheckStateContext.Provider>;
}

export function useCheckState(): CheckState {
  return useContext(CheckStateContext);
}
