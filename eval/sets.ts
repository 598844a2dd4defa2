import { POLNEAR } from "./attribution.ts";
import { CONTEXT_TAGS } from "./contexts.ts";
import { FEEDS } from "./feeds.ts";
import { PAGES } from "./pages.ts";
import { GUM_PRONOUNS } from "./coreference.ts";
import { CURRENT_EVENTS, OWN, WIKINEWS } from "./event-sets.ts";
import { LINKED_ACTORS } from "./linked-actors.ts";
import { HAPPENINGS } from "./happenings.ts";
import { ACTOR_CODES, RELEASES, WIKIWARS } from "./layer-sets.ts";
import { NAMES_POLITICS, NAMES_RE3D, NAMES_WIKIGOLD } from "./names.ts";
import { GEOVIRUS } from "./places.ts";
import { RELEASE_PLACES } from "./release-places.ts";
import { CAMEO, PLV } from "./relation-sets.ts";
import { CAMEO_ACTORS } from "./role-spans.ts";
import { RELEASE_COUNTS } from "./release-counts.ts";
import { SIZES } from "./sizes.ts";
import { EWT_SENTENCES, GUM_SENTENCES, NEWS_SENTENCES } from "./sentence-sets.ts";
import { MEANTIME, STATUS_HELD_OUT, STATUS_OWN } from "./status.ts";
import { EWT_TREEBANK, GUM_TREEBANK } from "./treebank-sets.ts";
import { TRAINED_PLV } from "./trained-relations.ts";
import type { EvalSet } from "./set-report.ts";

/** Every set that is measured, in the order of the table. */
export const SETS: readonly EvalSet[] = [
  EWT_TREEBANK,
  GUM_TREEBANK,
  EWT_SENTENCES,
  GUM_SENTENCES,
  NEWS_SENTENCES,
  PLV,
  TRAINED_PLV,
  CAMEO,
  WIKINEWS,
  CURRENT_EVENTS,
  OWN,
  CONTEXT_TAGS,
  HAPPENINGS,
  ACTOR_CODES,
  CAMEO_ACTORS,
  LINKED_ACTORS,
  NAMES_RE3D,
  NAMES_POLITICS,
  NAMES_WIKIGOLD,
  GUM_PRONOUNS,
  POLNEAR,
  WIKIWARS,
  RELEASES,
  RELEASE_COUNTS,
  SIZES,
  MEANTIME,
  STATUS_OWN,
  STATUS_HELD_OUT,
  GEOVIRUS,
  RELEASE_PLACES,
  FEEDS,
  PAGES,
];
