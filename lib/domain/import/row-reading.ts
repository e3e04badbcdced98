export type { ControllerReading, RowReading } from "./types";
