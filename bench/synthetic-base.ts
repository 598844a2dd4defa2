import { DuckDBInstance } from "@duckdb/node-api";
import { DuckDbStore } from "../src/store/duckdb/duckdb-store.ts";

const LETTERS = [..."ABCDEFGHIJKLMN"];
const KNOWN = ["RUS", "VEN", "USA", "CHN", "UKR", "SYR", "FRA", "GBR", "DEU", "IND"];
/** 200 codes of three letters in a row; the first ones are drawn more often than the last. */
const CODES = [...KNOWN, ...LETTERS.flatMap((a) => LETTERS.map((b) => `X${a}${b}`))].slice(0, 200).join("");
const SECTORS = "GOVMILCOPCVLREBPTYJUDLEGOPPBUS";
const CATEGORIES = [
  "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
  "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
].map((name) => name.padEnd(9)).join(""); // prettier-ignore
const EVENTS_A_REPORT = 5;
const WORDS_A_REPORT = 50;

/** A base of made-up events over twenty years, five a report; the same size gives the same events. */
export async function synthesiseBase(path: string, events: number): Promise<void> {
  await (await DuckDbStore.open(path, "create")).close();
  const instance = await DuckDBInstance.create(path, { memory_limit: "4GB" });
  const connection = await instance.connect();
  const reports = Math.ceil(events / EVENTS_A_REPORT);
  await connection.run(
    "CREATE TEMP MACRO pick(texts, width, h) AS rtrim(substr(texts, 1 + (width * (h % (length(texts) // width)))::INTEGER, width))",
  );
  await connection.run(eventRows(events, reports));
  await connection.run(PARTY_ROWS);
  await connection.run(reportRows(reports));
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
}

function eventRows(events: number, reports: number): string {
  const party = (h: string): string => `pick('${CODES}', 3, (200 * pow((${h} % 100000) / 100000.0, 3))::UBIGINT)`;
  return `
    INSERT INTO events BY NAME
    WITH numbers AS (
      SELECT i, i // ${EVENTS_A_REPORT} AS r, hash(i) AS h1, hash(i + 7000000000) AS h2, hash(i + 9000000000) AS h3 FROM range(${events}) t(i)
    )
    SELECT md5(i::VARCHAR)[1:16] AS event, 'r' || r AS report, 1 AS from_run,
      DATE '2005-01-01' + ((r * 7305) // ${reports})::INTEGER AS published, published - (h1 % 4)::INTEGER AS date, date AS enddate,
      CASE WHEN h1 % 20 = 0 THEN 'month' ELSE 'day' END AS precision, 'text' AS basis,
      pick('${CATEGORIES}', 9, h1) AS category, CASE WHEN h1 % 5 = 0 THEN ['visit'] ELSE [] END AS mode,
      CASE WHEN h2 % 3 = 0 THEN [] ELSE ['diplomatic', pick('economicmilitaryelection', 8, h2)] END AS context,
      CASE WHEN h1 % 16 < 4 THEN 1 WHEN h1 % 16 < 7 THEN 2 WHEN h1 % 16 < 11 THEN 3 ELSE 4 END AS quad_code,
      (h1 % 16)::DOUBLE - 8 AS event_scale,
      CASE WHEN h3 % 10 < 8 THEN 'actual' ELSE pick('future      negation    hypothetical', 12, h3) END AS status,
      h2 % 50 = 0 AS historical,
      [${party("h2")}] AS actor, [pick('${SECTORS}', 3, h2 // 7)] AS actor_sector, ['Name ' || (h2 % 60000) || ' ' || actor[1]] AS actor_name,
      CASE WHEN h3 % 4 = 0 THEN [] ELSE [${party("h3")}] END AS recipient,
      CASE WHEN len(recipient) = 0 THEN [] ELSE [pick('${SECTORS}', 3, h3 // 7)] END AS recipient_sector,
      CASE WHEN len(recipient) = 0 THEN [] ELSE ['Name ' || (h3 % 60000) || ' ' || recipient[1]] END AS recipient_name,
      CASE WHEN h1 % 3 = 0 THEN 'Place ' || (h1 % 20000) END AS place,
      CASE WHEN h1 % 3 = 0 THEN pick('${CODES}', 3, h1 // 11) END AS country,
      0.5 + (h2 % 50) / 100.0 AS confidence, CASE WHEN h3 % 12 = 0 THEN 'x' END AS same_as, 1 + i % ${EVENTS_A_REPORT} AS sequence,
      'word' || (h1 % 4000) AS trigger, 'rule.' || (h1 % 900) AS rule,
      '{"id":"' || event || '","padding":"' || repeat(md5((i + 1)::VARCHAR), 12) || '"}' AS record
    FROM numbers`;
}

const PARTY_ROWS = `
  INSERT INTO parties BY NAME
  SELECT event, from_run, 'actor' AS role, 1 AS position, actor[1] AS code, actor_sector[1] AS sector, actor_name[1] AS name, date FROM events
  UNION ALL
  SELECT event, from_run, 'recipient', 2, recipient[1], recipient_sector[1], recipient_name[1], date FROM events WHERE len(recipient) > 0`;

function reportRows(reports: number): string {
  const words = Array.from({ length: WORDS_A_REPORT / 2 }, (_, j) => {
    const number = `i * ${WORDS_A_REPORT} + ${j}`;
    return `md5((${number})::VARCHAR)[1:7] || ' w' || (hash(${number}) % 30000)`;
  });
  return `
    INSERT INTO reports BY NAME
    SELECT 'r' || i AS report, md5(i::VARCHAR) AS content, 'Title ' || i AS title, 'Paper' AS source, 'en' AS language,
      ${words.join(" || ' ' || ")} AS text, []::VARCHAR[] AS words, 1 AS run, 1 AS coded
    FROM range(${reports}) t(i)`;
}
