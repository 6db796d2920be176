// A faithful part of `tenor ask`: one term, at most one party and at most one date, every word accounted for. The state is read from the built index.
// Where a word is left over, or the reading is not the only one, it answers nothing and shows the command.
(() => {
  "use strict";
  const MONTHS = "january february march april may june july august september october november december".split(" ");
  const FILLER = new Set("who which what is was are were the a an of for in on as at to during's".split(" ").concat(["its", "their"]));
  const ASKS = new Set(["who", "what", "which"]);
  const two = (n) => String(n).padStart(2, "0");
  const next = (y, m, d) => new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
  const real = (y, m, d) => new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d;

  const normal = (text) => (text.toLowerCase().replace(/[’']s\b/g, "").match(/[a-z0-9$.&+-]*[a-z0-9]/g) || []);
  const month = (word) => { const n = MONTHS.findIndex((m) => m === word || (word.length === 3 && m.startsWith(word))); return n < 0 ? 0 : n + 1; };

  function dates(words, today) {
    // [start, end) of the only date in the words, and the words without it; null where there is more than one or none that exists.
    const found = [], rest = [];
    for (let n = 0; n < words.length; n++) {
      const [a, b, c] = words.slice(n, n + 3);
      let hit, m;
      if ((m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(a))) { if (!real(+m[1], +m[2], +m[3])) return null; hit = [a, next(+m[1], +m[2], +m[3]), 1]; }
      else if (/^\d{1,2}$/.test(a) && b && month(b) && /^\d{4}$/.test(c || "")) { if (!real(+c, month(b), +a)) return null; hit = [`${c}-${two(month(b))}-${two(a)}`, next(+c, month(b), +a), 3]; }
      else if (month(a) && /^\d{1,2}$/.test(b || "") && /^\d{4}$/.test(c || "")) { if (!real(+c, month(a), +b)) return null; hit = [`${c}-${two(month(a))}-${two(b)}`, next(+c, month(a), +b), 3]; }
      else if (month(a) && /^\d{4}$/.test(b || "")) hit = [`${b}-${two(month(a))}-01`, month(a) === 12 ? `${+b + 1}-01-01` : `${b}-${two(month(a) + 1)}-01`, 2];
      else if (/^(19|20)\d\d$/.test(a)) hit = [`${a}-01-01`, `${+a + 1}-01-01`, 1];
      else if (["today", "now", "currently"].includes(a)) hit = [today, next(...today.split("-").map(Number)), 1];
      if (hit) { found.push(hit.slice(0, 2)); n += hit[2] - 1; rest.push("\u0000"); } else rest.push(a);
    }
    if (found.length > 1) return null;
    return { window: found[0] || [today, next(...today.split("-").map(Number))], dated: found.length === 1, rest: rest.filter((w) => w !== "\u0000") };
  }

  function phrases(words, table, at) {
    // Longest names first; null where one run of words names two things.
    let rest = [...words];
    const found = new Set();
    const names = table.flatMap((row) => row[at].map((name) => [name.split(" "), row[0]])).sort((x, y) => y[0].length - x[0].length);
    for (let n = 0; n < rest.length; n++) {
      const hits = names.filter(([name]) => name.every((word, k) => rest[n + k] === word));
      if (!hits.length) continue;
      const longest = hits[0][0].length;
      const ids = new Set(hits.filter(([name]) => name.length === longest).map(([, id]) => id));
      if (ids.size > 1) return null;
      found.add([...ids][0]);
      rest = [...rest.slice(0, n), "\u0000", ...rest.slice(n + longest)];
    }
    return { found: [...found], rest: rest.filter((w) => w !== "\u0000") };
  }

  function answer(data, question, today) {
    const words = normal(question);
    const when = dates(words, today);
    if (!when) return { why: "The date is not one that this page can read." };
    const term = phrases(when.rest, data.terms, 3);
    if (!term || term.found.length !== 1) return { why: term && term.found.length ? "The question names more than one term." : "No term of the record is named." };
    const party = phrases(term.rest, data.parties, 2);
    if (!party || party.found.length > 1) return { why: "The question names more than one party." };
    const left = party.rest.filter((word) => !FILLER.has(word));
    if (left.length) return { why: `This page does not know what to do with “${left.join(" ")}”.` };
    if (party.rest.length && !ASKS.has(words[0])) return { why: "This page answers who and what." };
    const record = data.terms.find((t) => t[0] === term.found[0]);
    if (words[0] === "who" && record[2] !== "holder") return { why: "This term is not about who." };
    if ((words[0] === "what" || words[0] === "which") && record[2] === "yes-no") return { why: "This term is a matter of yes or no." };
    const subject = party.found[0] || data.focus;
    const lanes = data.lanes.filter((lane) => lane[0] === record[0]);
    const own = lanes.filter((lane) => lane[1] === subject);
    if (!subject || own.length !== 1 || own[0][3] || lanes.some((lane) => lane[2] === subject || lane[4].some((v) => v[8] === subject)))
      return { why: "The question has more than one reading." };
    if (own[0][4].some((v) => v[6] || v[7])) return { why: "Parts or consequences of other terms are at stake." };
    const [a, b] = when.window;
    const held = own[0][4].filter((v) => (!v[1] || v[1] < b) && (!v[2] || a < v[2]));
    if (!held.length) return { why: "No clause answers that." };
    if (held.some((v) => v[3] || v[4])) return { why: "The day lies in the doubt of a date." };
    if (own[0][5] || (own[0][4][0][1] && a < own[0][4][0][1])) return { why: "Part of that time is not on record." };
    return { clauses: held.map((v) => ({ id: v[0], from: v[1], to: v[2], says: v[5] })), late: b > next(...data.checked.split("-").map(Number)) };
  }

  window.tenorAnswer = answer;
  const form = document.getElementById("askform");
  if (!form) return;
  const { root, index, offline } = form.dataset;
  const box = document.getElementById("askbox"), out = document.getElementById("askout");
  const load = () => new Promise((done, failed) => {
    if (window.tenorAsk) return done();
    const script = document.createElement("script");
    script.src = index;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const words = (iso) => { const [y, m, d] = iso.split("-"); const name = MONTHS[m - 1]; return `${+d} ${name[0].toUpperCase()}${name.slice(1)} ${+y}`; };
  const node = (tag, text, name) => { const made = document.createElement(tag); made.textContent = text; if (name) made.className = name; return made; };
  const dayBefore = (iso) => new Date(Date.parse(`${iso}T00:00Z`) - 864e5).toISOString().slice(0, 10);

  async function run() {
    const question = box.value.trim();
    out.replaceChildren();
    if (!question) return;
    try { await load(); } catch { out.append(node("p", "The index cannot be loaded.")); return; }
    const found = answer(window.tenorAsk, question, new Date().toISOString().slice(0, 10));
    const card = node("div", "", "box");
    if (found.clauses) {
      for (const clause of found.clauses) {
        card.append(node("p", clause.says, "ans"));
        const span = clause.to ? `${words(clause.from)} to ${words(dayBefore(clause.to))}` : `since ${words(clause.from)}, no end stated`;
        const line = node("p", `${span} `, "me");
        const link = node("a", clause.id, "id");
        const [path, part] = clause.id.split("#");
        link.href = `${root}deals/${path}/${offline ? "index.html" : ""}#${part}`;
        line.append(link);
        card.append(line);
      }
      if (found.late) card.append(node("p", `As last agreed: the record was checked through ${words(window.tenorAsk.checked)}.`, "su"));
    } else {
      card.append(node("p", `${found.why} This page answers little, and only what is certain.`), node("p", "The command reads more:", "su"));
    }
    card.append(node("pre", `tenor ask "${question.replace(/["\\$`]/g, "")}"`));
    out.append(card);
    try { history.replaceState(null, "", `?q=${encodeURIComponent(question)}`); } catch { /* from a disk the address stays */ }
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { box.value = asked; run(); }
})();
