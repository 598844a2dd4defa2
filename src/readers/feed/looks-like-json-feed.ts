/** True for a beginning of a JSON Feed: it names its version first or near to it. */
export function looksLikeJsonFeed(text: string): boolean {
  return (
    /^\s*\{/.test(text) &&
    /"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org(?:\\?\/)version/.test(text.slice(0, 20_000))
  );
}
