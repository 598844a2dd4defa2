export { sizeOf, type SizedAct } from "./size-of.ts";
