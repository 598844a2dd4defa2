export { placeOf, type PlacedAct } from "./place-of.ts";
export { createPlaceStage } from "./stage.ts";
