export { sizeOf } from "./size-of.ts";
