// Reads citations on standard input with citation-js and prints them as CSL-JSON: node read.cjs @biblatex/text
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");

let text = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (piece) => (text += piece));
process.stdin.on("end", () => {
  const forceType = process.argv[2];
  const input = forceType === "@csl/list+object" ? JSON.parse(text) : text;
  const cite = new Cite(input, { forceType, generateGraph: false });
  process.stdout.write(JSON.stringify(cite.data));
});
