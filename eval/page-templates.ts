/** Pages of our own making around an article: how papers, agencies, weblogs and ministries build theirs, each with furniture of its own. */
import type { PageArticle } from "./page-articles.ts";

export interface PageTemplate {
  readonly name: string;
  /** Whether the page states its date anywhere; some do not. */
  readonly dated: boolean;
  readonly build: (article: PageArticle) => string;
}

const MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "10 May 2024" and "May 10, 2024". */
function written(date: string, order: "day first" | "month first"): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const name = MONTHS[Number(month) - 1] ?? "";
  return order === "day first" ? `${Number(day)} ${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

const ps = (a: PageArticle, attributes = ""): string => a.paragraphs.map((p) => `<p${attributes}>${p}</p>`).join("\n");
const nav =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a></li></ul></nav>';
const links = (heading: string, tag = "div", name = "related"): string =>
  `<${tag} class="${name}"><h3>${heading}</h3><ul><li><a href="/a">Minister resigns after budget defeat in the upper house</a></li><li><a href="/b">What we know about the harbour dispute so far</a></li><li><a href="/c">Storm cuts power to half of the northern islands</a></li></ul></${tag}>`;
const footer =
  "<footer><p>© 2026 The Quena Herald. All rights reserved.</p><p><a href='/terms'>Terms</a> <a href='/privacy'>Privacy</a> Contact the newsroom at desk@example.com</p></footer>";
const share = '<div class="share-buttons"><a href="#">Facebook</a> <a href="#">Twitter</a> <a href="#">Email</a></div>';
const signup =
  '<div class="newsletter-signup"><p>Get the morning briefing in your inbox every day. Sign up below and never miss what matters in the region.</p><form><input><button>Sign up</button></form></div>';
const cookies =
  '<div id="cookie-banner"><p>We use cookies and similar tools to measure how our pages are used and to show advertisements that fit your interests. You can change this at any time.</p><button>Accept</button></div>';
const page = (head: string, body: string, lang = "en"): string =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const title = (a: PageArticle): string => `<title>${a.title} | The Quena Herald</title>`;
const ld = (a: PageArticle, more = ""): string =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${a.title}","datePublished":"${a.date}T08:30:00+00:00","author":{"@type":"Person","name":"${a.author}"},"publisher":{"@type":"Organization","name":"The Quena Herald"}${more}}</script>`;
/** Furniture between the paragraphs of the article. */
const between = (a: PageArticle, piece: string): string =>
  a.paragraphs.map((p, i) => `<p>${p}</p>${i === 1 ? piece : ""}`).join("\n");

export const TEMPLATES: readonly PageTemplate[] = [
  {
    name: "paper with JSON-LD",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `${nav}<main><article><h1>${a.title}</h1><div class="byline">By ${a.author}</div>${share}${ps(a)}</article>${links("More stories", "aside")}</main>${footer}`,
      ),
  },
  {
    name: "meta elements, related in the text",
    dated: true,
    build: (a) =>
      page(
        `${title(a)}<meta property="article:published_time" content="${a.date}T10:00:00Z">`,
        `${nav}<div class="content"><h1>${a.title}</h1>${between(a, links("Read more"))}</div>${footer}`,
      ),
  },
  {
    name: "time element",
    dated: true,
    build: (a) =>
      page(
        title(a),
        `<header>${nav}</header><article><header><h1>${a.title}</h1><time datetime="${a.date}">${written(a.date, "day first")}</time></header>${ps(a)}${signup}</article>${links("Most read", "aside", "most-read")}${footer}`,
      ),
  },
  {
    name: "date in words below the headline",
    dated: true,
    build: (a) =>
      page(
        title(a),
        `${nav}<div id="story"><h1>${a.title}</h1><p class="meta-line">Published: ${written(a.date, "day first")}</p>${ps(a)}</div>${links("Related articles")}${footer}`,
      ),
  },
  {
    name: "divs for everything",
    dated: true,
    build: (a) =>
      page(
        `${title(a)}<meta name="date" content="${a.date}">`,
        `<div class="top"><a href="/">Home</a> <a href="/w">World</a></div><div class="box"><div class="hd">${a.title}</div><div class="txt">${a.paragraphs.map((p) => `<div>${p}</div>`).join("")}</div></div><div class="bottom">${links("See also")}</div>`,
      ),
  },
  {
    name: "line breaks for paragraphs",
    dated: true,
    build: (a) =>
      page(
        `${title(a)}<meta name="DC.date.issued" content="${a.date}">`,
        `<table><tr><td><a href="/">Home</a><br><a href="/n">News</a></td><td><h2>${a.title}</h2>${a.paragraphs.join("<br><br>")}</td></tr></table>`,
      ),
  },
  {
    name: "advertisements between paragraphs",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `${nav}<article><h1>${a.title}</h1>${a.paragraphs.map((p) => `<p>${p}</p><div class="ad-slot"><span>Advertisement</span><p>Flights to the islands from 49 a seat. Book before Sunday and save on your luggage as well.</p></div>`).join("")}</article>${footer}`,
      ),
  },
  {
    name: "plain advertisement words",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `<article><h1>${a.title}</h1>${between(a, "<p>Advertisement</p><p>Story continues below</p>")}</article>${footer}`,
      ),
  },
  {
    name: "captions and pull quotes",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `<article><h1>${a.title}</h1><figure><img src="x.jpg"><figcaption>A street in the capital earlier this year. Photo: Staff</figcaption></figure>${between(a, '<blockquote class="pull-quote">“We did not choose this road”</blockquote>')}</article>`,
      ),
  },
  {
    name: "comments under the text",
    dated: true,
    build: (a) =>
      page(
        `${title(a)}<meta itemprop="datePublished" content="${a.date}">`,
        `<article><h1>${a.title}</h1>${ps(a)}</article><section id="comments"><h2>3 comments</h2><div class="comment"><p>Reader one: I have lived there for twenty years and nobody ever asked us what we think about any of this.</p></div><div class="comment"><p>Reader two: Prices went up again last week, and the paper writes about everything else but that.</p></div></section>${footer}`,
      ),
  },
  {
    name: "cookie banner first",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `${cookies}${nav}<main><h1>${a.title}</h1><div class="body">${ps(a)}</div></main>${footer}`,
      ),
  },
  {
    name: "weblog",
    dated: true,
    build: (a) =>
      page(
        title(a),
        `<div id="page"><div id="header"><h1><a href="/">The Lake Observer</a></h1></div><div id="content"><div class="post"><h2 class="entry-title">${a.title}</h2><div class="entry-meta">Posted on <time class="entry-date" datetime="${a.date}T20:15:00+02:00">${written(a.date, "month first")}</time> by ${a.author}</div><div class="entry-content">${ps(a)}</div><div class="tags">Tags: talks, harbour, border</div></div></div><div id="sidebar"><h3>About</h3><p>We write about the countries around the lakes, in our free time and without money from anybody.</p></div></div>`,
      ),
  },
  {
    name: "ministry, date in a line",
    dated: true,
    build: (a) =>
      page(
        title(a),
        `<div class="menu"><a href="/">Ministry</a> <a href="/minister">The minister</a> <a href="/press">Press releases</a></div><div class="main"><h1>${a.title}</h1><p>${written(a.date, "month first")}</p>${ps(a)}<p>Press office of the ministry, telephone 555 0100</p></div>`,
      ),
  },
  {
    name: "agency dateline",
    dated: true,
    build: (a) =>
      page(
        title(a),
        `${nav}<div class="article-body"><h1>${a.title}</h1><p>QUENA, ${written(a.date, "day first")} (Lake Press) - ${a.paragraphs[0] ?? ""}</p>${a.paragraphs
          .slice(1)
          .map((p) => `<p>${p}</p>`)
          .join("")}</div>${footer}`,
      ),
  },
  {
    name: "date in the address only",
    dated: true,
    build: (a) =>
      page(
        `${title(a)}<link rel="canonical" href="https://news.example.com/${a.date.replaceAll("-", "/")}/story.html">`,
        `${nav}<article><h1>${a.title}</h1>${ps(a)}</article>${footer}`,
      ),
  },
  {
    name: "no date at all",
    dated: false,
    build: (a) => page(title(a), `${nav}<article><h1>${a.title}</h1>${ps(a)}</article>${footer}`),
  },
  {
    name: "other dates around",
    dated: true,
    build: (a) =>
      page(
        `${title(a)}<meta property="og:type" content="article">`,
        `<header><time datetime="2026-03-01">1 March 2026</time></header><article><h1>${a.title}</h1><p class="published"><time datetime="${a.date}T06:00:00Z">${written(a.date, "month first")}</time></p>${ps(a)}</article><aside><ul><li><time datetime="2026-02-28">yesterday</time> <a href="/x">Another story</a></li></ul></aside>`,
      ),
  },
  {
    name: "whole text for search engines only",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a, `,"articleBody":${JSON.stringify(a.paragraphs.join("\n\n"))}`),
        `<article><h1>${a.title}</h1><p>${a.paragraphs[0] ?? ""}</p><div class="paywall"><p>To read on, subscribe for one coin a month. You can leave whenever you like, and the first month costs nothing.</p></div></article>`,
      ),
  },
  {
    name: "many short links",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `${nav}${links("Top stories", "section", "top")}${links("World", "section", "w")}<section class="story"><h1>${a.title}</h1>${ps(a)}</section>${links("Sport", "section", "s")}${links("Culture", "section", "c")}${footer}`,
      ),
  },
  {
    name: "nested wrappers and inline marks",
    dated: true,
    build: (a) =>
      page(
        `${title(a)}<meta name="pubdate" content="${a.date.replaceAll("-", "")}">`,
        `<div><div><div><div class="l"><h1><span>${a.title}</span></h1><div><div>${a.paragraphs.map((p) => `<p><span>${p.replace(/ (\w+) /, " <a href='/t'><b>$1</b></a> ")}</span></p>`).join("")}</div></div></div></div></div></div>${share}${footer}`,
      ),
  },
  {
    name: "live page with key points",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `<article><h1>${a.title}</h1><div class="key-points"><h2>Key points</h2><ul><li>Two sides, one harbour</li><li>What happens next</li></ul></div>${ps(a)}${links("Recommended", "div", "recommended")}</article>${footer}`,
      ),
  },
  {
    name: "author box and correction",
    dated: true,
    build: (a) =>
      page(
        title(a) + ld(a),
        `<article><h1>${a.title}</h1><div class="author-bio"><p>${a.author} has written about the region for this paper since 2015 and lives by the northern lake with two dogs.</p></div>${ps(a)}<p>Additional reporting by Kim Alder; Editing by Rolf Ende</p></article>${signup}${footer}`,
      ),
  },
  {
    name: "unclosed elements, upper case",
    dated: true,
    build: (a) =>
      `<HTML><HEAD><TITLE>${a.title}</TITLE><META NAME="publication_date" CONTENT="${a.date}"></HEAD><BODY><CENTER><A HREF="/">Home</A> <A HREF="/n">News</A></CENTER><H1>${a.title}</H1>${a.paragraphs.map((p) => `<P>${p}`).join("\n")}<HR><A HREF="/back">Back</A></BODY></HTML>`,
  },
  { name: "fragment without a head", dated: false, build: (a) => `<div><h1>${a.title}</h1>${ps(a)}</div>` },
];
