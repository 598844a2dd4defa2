/** What we use of the library, whose types name those of a browser. */
interface PdfLibrary {
  getDocumentProxy(this: void, data: Uint8Array, options: object): Promise<{ destroy(): Promise<void> }>;
  extractText(this: void, pdf: object, options: { mergePages: false }): Promise<{ readonly text: readonly string[] }>;
  getMeta(this: void, pdf: object): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
}

let library: Promise<PdfLibrary> | null = null;

/** The library greets with a warning on standard output as it loads, and that carries data. */
async function pdfLibrary(): Promise<PdfLibrary> {
  library ??= (async () => {
    const { log } = console;
    console.log = () => undefined;
    try {
      const loaded = (await import("unpdf")) as unknown as PdfLibrary & {
        getResolvedPDFJS(this: void): Promise<unknown>;
      };
      await loaded.getResolvedPDFJS();
      return loaded;
    } finally {
      console.log = log;
    }
  })();
  return library;
}

export interface PdfText {
  readonly title: string | null;
  readonly author: string | null;
  readonly text: string;
}

/** Reads the text of a PDF file; a string says what is wrong with it. Scripts in it are never run. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText | string> {
  const { getDocumentProxy, extractText, getMeta } = await pdfLibrary();
  try {
    // The library takes the buffer for its own.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    const { text } = await extractText(pdf, { mergePages: false });
    const { info } = await getMeta(pdf);
    await pdf.destroy();
    return { title: string(info["Title"]), author: string(info["Author"]), text: joined(text) };
  } catch (error) {
    // The library throws errors of its own classes for damaged and locked files.
    return error instanceof Error ? error.message : String(error);
  }
}

/** Pages put together: lines that stand on most pages and page numbers go, words divided at the end of a line are whole again. */
function joined(pages: readonly string[]): string {
  const lines = pages.map((page) =>
    page
      .replace(/\r/g, "")
      .split("\n")
      .map((l) => l.replace(/[^\S\n]+/g, " ").trim()),
  );
  const pagesWith = new Map<string, number>();
  for (const page of lines) for (const line of new Set(page)) pagesWith.set(line, (pagesWith.get(line) ?? 0) + 1);
  const repeated = (line: string): boolean =>
    pages.length > 2 && line !== "" && (pagesWith.get(line) ?? 0) > pages.length / 2;
  const kept = lines.flatMap((page) =>
    page.filter((l) => !repeated(l) && !/^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/i.test(l)),
  );
  return kept
    .join("\n")
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1")
    .replace(/(?<=\S)\n(?=\p{Ll})/gu, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function string(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
