// Answers questions with the site's own script, without a browser: ask.mjs ASK.JS INDEX.JS TODAY < questions, one a line; answers as JSON, one a line.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [script, index, today] = process.argv.slice(2);
const page = createContext({ window: {}, document: { getElementById: () => null }, Intl, Date, console });
runInContext(readFileSync(index, "utf8"), page);
runInContext(readFileSync(script, "utf8"), page);
const { tenorAnswer, tenorAsk } = page.window;
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) console.log(JSON.stringify(tenorAnswer(tenorAsk, JSON.parse(line), today)));
