export { placeOf } from "./place-of.ts";
export { createPlaceStage } from "./stage.ts";
