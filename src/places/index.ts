export { describedCountries } from "./described-countries.ts";
export { placeOf } from "./place-of.ts";
export { homeOf } from "./report-home.ts";
export { sceneOf } from "./scene.ts";
export { createPlaceStage } from "./stage.ts";
