/** Articles of our own about countries that do not exist, to be set into pages. */
export interface PageArticle {
  readonly title: string;
  readonly date: string;
  readonly author: string;
  readonly paragraphs: readonly string[];
}

export const ARTICLES: readonly PageArticle[] = [
  {
    title: "Norland expels two Maran diplomats over harbour row",
    date: "2024-05-10",
    author: "Ilse Brandt",
    paragraphs: [
      "Norland ordered two Maran diplomats to leave the country on Friday, a week after coast guards of both states clashed near the harbour of Porto Alto.",
      "The foreign ministry said the two had acted in a way that did not agree with their status. It gave them until Sunday night to go.",
      "“We did not choose this road,” Foreign Minister Joao Reis told reporters in the capital. “But a state that rams our boats cannot expect that nothing follows.”",
      "Mara denies that its vessels touched those of its neighbour. Its embassy called the expulsion unfounded and said that an answer would come.",
      "Talks about fishing rights have been on hold since March.",
    ],
  },
  {
    title: "Thousands march in Quena against new fuel tax",
    date: "2023-11-02",
    author: "Pavel Oort",
    paragraphs: [
      "Several thousand people walked through the centre of Quena on Thursday and demanded that the government take back a tax on fuel.",
      "Police used tear gas when a group of masked men threw stones at the ministry of finance. Eleven people were arrested, a spokeswoman said.",
      "The tax was passed in October. The unions say that it takes a tenth of the wages of those who drive to work; the ministry says that without it there is no money for hospitals.",
      "President Anna Lund is to meet the unions next Tuesday.",
    ],
  },
  {
    title: "Rebels and army agree on a truce in the Sarn valley",
    date: "2022-08-19",
    author: "Mira Tesh",
    paragraphs: [
      "The army of Sarnia and the Front of the Valley have agreed to stop fighting for thirty days, mediators of the Union of Lakes said on Friday.",
      "Under the deal both sides draw back their heavy guns by ten kilometres and let convoys with food and medicine pass. Observers of the union are to watch the line.",
      "It is the fourth truce in two years. The first three lasted eleven days, five days and one night.",
      "“People want to bring in the harvest,” said Tomas Agde, the mayor of Lower Sarn. “That is more than any signature.”",
      "More than 90,000 people have fled the valley since the spring of last year, according to the relief office.",
      "The front did not say whether it would free the nine soldiers whom it has held since June.",
    ],
  },
  {
    title: "Court bars former governor from office",
    date: "2025-01-30",
    author: "Ines Cordel",
    paragraphs: [
      "The highest court of Velmora barred the former governor of the north, Lucan Bray, from public office for eight years.",
      "The judges found that Bray had given road contracts to a company of his brother without a tender. He was not sent to prison.",
      "Bray called the judgment political and announced an appeal to the regional court of human rights.",
    ],
  },
];
