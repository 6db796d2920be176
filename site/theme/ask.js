// A faithful part of `tenor ask`: one term, at most two parties and one date, every word accounted for. The state is read from the built index.
// Where a word is left over, or the reading is not the only one, it answers nothing and shows the command.
(() => {
  "use strict";
  const MONTHS = "january february march april may june july august september october november december".split(" ");
  const two = (n) => String(n).padStart(2, "0");
  const next = (y, m, d) => new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
  const after = (iso) => next(...iso.split("-").map(Number));
  const real = (y, m, d) => new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d;

  // -- words, in the normal form of the index --------------------------------------------------
  const undouble = (w) => (w.length > 2 && w.at(-1) === w.at(-2) && !"lsz".includes(w.at(-1)) ? w.slice(0, -1) : w);
  function base(w) {
    if (/isation$/.test(w)) return `${w.slice(0, -7)}ization`;
    if (/(ies|ied)$/.test(w) && w.length > 4) return `${w.slice(0, -3)}y`;
    if (/(sses|shes|ches|xes|zzes)$/.test(w)) return w.slice(0, -2);
    if (/s$/.test(w) && !/(ss|us|is|as|os)$/.test(w)) return /(ings|eds)$/.test(w) ? base(w.slice(0, -1)) : w.slice(0, -1);
    if (/ing$/.test(w) && w.length > 5) return undouble(w.slice(0, -3));
    if (/ed$/.test(w) && w.length > 4) return undouble(w.slice(0, -2));
    return w;
  }
  function lemma(w, forms) {
    if (Object.hasOwn(forms, w)) return forms[w];
    const b = w.length > 3 && /^[a-z]+$/.test(w) ? base(w) : w;
    return b.length > 3 && /^[a-z]+e$/.test(b) ? b.slice(0, -1) : b;
  }
  const typed = (text) => (text.toLowerCase().replace(/[’‘`]/g, "'").replace(/'s\b|'(?=\s|$)/g, "").match(/[a-z0-9$.&+%'-]*[a-z0-9+%]/g) || [])
    .flatMap((w) => (/^\d{4}-\d\d/.test(w) ? [w] : w.split("-").filter(Boolean)));
  const month = (w = "") => { const n = MONTHS.findIndex((m) => m === w || (w.length === 3 && m.startsWith(w))); return n < 0 ? 0 : n + 1; };

  function dates(words, today) {
    // The days of the only date in the words, closed and open, and the words without it; null where there is more than one or none that exists.
    const found = [], rest = [];
    for (let n = 0; n < words.length; n++) {
      const [a, b = "", c = ""] = words.slice(n, n + 3);
      let hit, m;
      if ((m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(a))) { if (!real(+m[1], +m[2], +m[3])) return null; hit = [a, next(+m[1], +m[2], +m[3]), 1]; }
      else if (/^\d{1,2}$/.test(a) && month(b) && /^\d{4}$/.test(c)) { if (!real(+c, month(b), +a)) return null; hit = [`${c}-${two(month(b))}-${two(a)}`, next(+c, month(b), +a), 3]; }
      else if (month(a) && /^\d{1,2}$/.test(b) && /^\d{4}$/.test(c)) { if (!real(+c, month(a), +b)) return null; hit = [`${c}-${two(month(a))}-${two(b)}`, next(+c, month(a), +b), 3]; }
      else if (month(a) && /^\d{4}$/.test(b)) hit = [`${b}-${two(month(a))}-01`, month(a) === 12 ? `${+b + 1}-01-01` : `${b}-${two(month(a) + 1)}-01`, 2];
      else if (/^(19|20)\d\d$/.test(a)) hit = [`${a}-01-01`, `${+a + 1}-01-01`, 1];
      else if ((m = /^q([1-4])$/.exec(a)) && /^\d{4}$/.test(b)) hit = [`${b}-${two(3 * m[1] - 2)}-01`, m[1] === "4" ? `${+b + 1}-01-01` : `${b}-${two(3 * m[1] + 1)}-01`, 2];
      else if (["today", "now", "currently"].includes(a)) hit = [today, after(today), 1];
      if (hit) { found.push(hit); n += hit[2] - 1; } else rest.push(a);
    }
    return found.length > 1 ? null : { window: found[0]?.slice(0, 2), rest };
  }

  function named(words, names) {
    // What the words name, longest names first, and the words with a gap for each; null where one name is that of two.
    const found = new Map();
    let rest = [...words];
    for (let n = 0; n < rest.length; n++) {
      const hits = names.filter(([name]) => name.every((word, k) => rest[n + k] === word));
      if (!hits.length) continue;
      const length = Math.max(...hits.map(([name]) => name.length)), best = new Map(hits.filter(([name]) => name.length === length).map(([, key, value]) => [key, value]));
      if (best.size > 1) return null;
      for (const [key, value] of best) found.set(key, value);
      rest = [...rest.slice(0, n), "", ...rest.slice(n + length)];
    }
    return { found: [...found.values()], rest };
  }

  // -- the question ----------------------------------------------------------------------------
  const YES_NO = new Set("is are was were do does did can could may might will would has have had must should".split(" "));
  const STARTS = ["start", "begin", "started", "begun"], ENDS = ["end", "expire", "ended", "expired"];

  function asks(words) {
    // What kind of question the first words make it, and the words that remain; a phrase without such words asks what is.
    const [a, b] = words, tail = words.at(-1);
    const cut = (list) => (list.includes(tail) ? words.slice(2, -1) : words.slice(2));
    if (a === "since" && b === "when") return { kind: "start", rest: cut(STARTS) };
    if ((a === "until" || a === "till") && b === "when") return { kind: "end", rest: cut(ENDS) };
    if (a === "when") return STARTS.includes(tail) ? { kind: "start", rest: cut(STARTS) } : ENDS.includes(tail) ? { kind: "end", rest: cut(ENDS) } : null;
    if (a === "how") return ["much", "many", "large", "big", "high"].includes(b) ? { kind: "value", rest: words.slice(2) } : null;
    if (a === "who" || a === "whom") return { kind: "holder", rest: words.slice(1) };
    if (a === "what" || a === "which") return { kind: "what", rest: words.slice(1) };
    if (["has", "have", "had"].includes(a)) return null;
    if (YES_NO.has(a)) return { kind: "yes-no", rest: words.slice(1) };
    return { kind: "words", rest: words };
  }

  function lanesFor(data, term, parties, active) {
    // The lineages that the parties leave, and the party whose place in them is asked after; null where more than one reading leaves any.
    const all = data.lanes.filter((lane) => lane[0] === term);
    const holds = (lane, { id, via }) => (lane[2] ? lane[2] === id : lane[4].some((v) => v[7] === id)) && (!via || lane[4].every((v) => v[7] !== id || v[8] === via));
    if (!parties.length) return [all.filter((lane) => lane[1] === data.focus)];
    if (parties.length === 1) {
      const own = parties[0].via ? [] : all.filter((lane) => lane[1] === parties[0].id), held = all.filter((lane) => holds(lane, parties[0]));
      return own.length && held.length ? null : own.length ? [own] : [held.filter((lane) => lane[1] === data.focus), parties[0]];
    }
    const ways = [parties, [...parties].reverse()].map(([a, b]) => [a.via ? [] : all.filter((lane) => lane[1] === a.id && (!lane[2] || holds(lane, b))), b]).filter(([x]) => x.length);
    return ways.length === 1 || (ways.length && active) ? ways[0] : null;
  }

  const prepared = new WeakMap();
  function prepare(data) {
    if (!prepared.has(data)) {
      const list = (names, key, value) => names.filter(Boolean).map((name) => [name.split(" "), key, value]);
      prepared.set(data, {
        small: new Set(data.small),
        terms: data.terms.flatMap((t) => list(t[2], t[0], t)),
        parties: data.parties.flatMap(([id, own, products]) => [...list(own, id, { id }), ...products.flatMap(([via, names]) => list(names, `${id}/${via}`, { id, via }))]),
      });
    }
    return prepared.get(data);
  }

  function answer(data, question, today) {
    const { small, terms, parties } = prepare(data), normal = (words) => words.map((w) => lemma(w, data.forms));
    const when = dates(typed(question), today);
    if (!when) return { why: "The date is not one that this page can read." };
    const asked = asks(when.rest);
    if (!asked) return { why: "This page does not know what is asked for." };
    const term = named(normal(asked.rest), terms);
    if (!term || term.found.length !== 1) return { why: term && !term.found.length ? "No term of the record is named." : "The question names more than one term." };
    const [id, kind, names, own, active] = term.found[0];
    const party = named(term.rest, parties);
    if (!party || party.found.length > 2) return { why: "The question names more than two parties." };
    const about = new Set([...own, ...names.flatMap((name) => name.split(" ")), ...(when.window ? [] : ["still"])]);
    const left = party.rest.filter((w) => w && !small.has(w) && !about.has(w));
    if (left.length) return { why: `This page does not know what to do with “${left.join(" ")}”.` };
    if (kind === "date") return { why: "This term is a date." };
    const whole = asked.kind === "start" || asked.kind === "end";
    if (!when.window && !whole && when.rest.some((w) => ["was", "were", "did", "had"].includes(w))) return { why: "No date is named, and the question is about the past." };
    if (asked.kind === "end") return { why: "The end may hang on more than one clause." };
    if (asked.kind === "holder" && kind !== "holder") return { why: "This term is not about who." };
    if (asked.kind === "value" && kind !== "amount") return { why: "This term is not an amount." };
    const chosen = lanesFor(data, id, party.found, active && ["yes-no", "value"].includes(asked.kind));
    if (!chosen || !chosen[0].length) return { why: chosen ? "No clause answers that." : "The question has more than one reading." };
    const [lanes, other] = chosen;
    if (asked.kind === "holder" && other) return { why: "The question names who holds it." };
    if (lanes.length > 1 && (whole || asked.kind === "yes-no" || lanes.some((lane) => lane[3]))) return { why: "The question has more than one reading." };
    if (whole && (when.window || lanes[0][4].length > 1)) return { why: "There is more than one version." };
    const [a, b] = when.window || [today, after(today)];
    const held = [];
    for (const lane of lanes) {
      const some = whole ? lane[4] : lane[4].filter((v) => (!v[1] || v[1] < b) && (!v[2] || a < v[2]));
      if (some.some((v) => v[5])) return { why: "Parts of other terms are at stake." };
      if (!whole && some.some((v) => (v[3] && a < v[3]) || (v[4] && b > v[4]))) return { why: "The day lies in the doubt of a date." };
      const broken = some.some((v, n) => (n ? v[1] > some[n - 1][2] : v[1] && a < v[1])) || (some.at(-1)?.[2] && some.at(-1)[2] < b);
      if (!whole && broken) return { why: "Part of that time is not on record." };
      held.push(...some);
    }
    if (!held.length) return { why: "No clause answers that." };
    let yes = null;
    if (asked.kind === "yes-no" && kind === "holder") {
      if (!other || lanes[0][2]) return { why: "This page does not know what is asked for." };
      yes = held.map((v) => (v[6] === 0 ? false : v[6] === 2 ? null : v[7] === other.id));
    } else if (asked.kind === "yes-no" && kind !== "yes-no") return { why: "This term is not a matter of yes or no." };
    else if (other && held.some((v) => v[7] !== other.id)) return { why: "The question has more than one reading." };
    else if (kind === "yes-no" && !whole) yes = held.map((v) => (v[6] === 1 ? true : v[6] === 0 ? false : null));
    if (yes?.includes(null)) return { why: "The answer is neither yes nor no." };
    return { clauses: held.map((v) => ({ id: v[0], says: v[9], when: v[10] })), yes, late: b > after(data.checked) };
  }

  window.tenorAnswer = answer;
  const form = document.getElementById("askform");
  if (!form) return;
  const { index, offline } = form.dataset, root = form.dataset.root.replace(/index\.html$/, "");
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

  async function run() {
    const question = box.value.trim();
    out.replaceChildren();
    if (!question) return;
    try { await load(); } catch { out.append(node("p", "The index cannot be loaded.")); return; }
    const found = answer(window.tenorAsk, question, new Date().toISOString().slice(0, 10));
    const card = node("div", "", "box");
    if (found.clauses) {
      for (const [n, clause] of found.clauses.entries()) {
        const yes = found.yes ? (found.yes[n] ? "Yes. " : "No. ") : "";
        card.append(node("p", yes + clause.says, "ans"));
        const line = node("p", `${clause.when} `, "me");
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
