// A faithful part of `tenor ask`: one term, at most two parties and one date, every word accounted for. The state is read from the built index.
// Where a word is left over, or the reading is not the only one, it answers nothing and shows the command.
(() => {
  "use strict";
  const MONTHS = "january february march april may june july august september october november december".split(" ");
  const after = (iso) => { const [y, m, d] = iso.split("-").map(Number); return date(y, m, d + 1); };
  const real = (y, m, d) => m < 13 && new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d;

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
    const bare = b.length > 3 && /^[a-z]+e$/.test(b) ? b.slice(0, -1) : b;
    return bare.length > 5 && bare.endsWith("is") ? `${bare.slice(0, -1)}z` : bare;
  }
  const typed = (text) => (text.toLowerCase().replace(/[’‘`]/g, "'").replace(/'s\b|'(?=\s|$)/g, "").match(/[a-z0-9$.&+%'-]*[a-z0-9+%]/g) || [])
    .flatMap((w) => (/^\d{4}-\d\d/.test(w) ? [w] : w.split("-").filter(Boolean)));
  const month = (w = "") => { const n = MONTHS.findIndex((m) => m === w || (w.length === 3 && m.startsWith(w))); return n < 0 ? 0 : n + 1; };

  const date = (y, m, d = 1) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  const SEASONS = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }, THIRDS = ["early", "mid", "late"], NTH = ["first", "second", "third", "fourth"];

  function single(words, n, today) {
    // The date at a place: its first day, the day after its last, how many words it has, and its year and month where it is one; null where no such day exists.
    const [a, b = "", c = ""] = words.slice(n, n + 3);
    let m;
    const exact = (y, month, d, length) => (real(y, month, d) ? [date(y, month, d), date(y, month, d + 1), length] : null);
    if ((m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(a))) return exact(+m[1], +m[2], +m[3], 1);
    if (/^\d{1,2}$/.test(a) && month(b) && /^\d{4}$/.test(c)) return exact(+c, month(b), +a, 3);
    if (month(a) && /^\d{1,2}$/.test(b) && /^\d{4}$/.test(c)) return exact(+c, month(a), +b, 3);
    if (month(a) && /^\d{4}$/.test(b)) return [date(+b, month(a)), date(+b, month(a) + 1), 2, +b, month(a)];
    if (/^(19|20)\d\d$/.test(a)) return [date(+a, 1), date(+a + 1, 1), 1, +a];
    if ((m = /^([qh])([1-4])$/.exec(a)) && /^\d{4}$/.test(b)) { const k = m[1] === "q" ? 3 : 6; return k * m[2] > 12 ? null : [date(+b, k * m[2] - k + 1), date(+b, k * m[2] + 1), 2]; }
    return ["today", "now", "currently"].includes(a) ? [today, after(today), 1] : undefined;
  }

  function part(rest, [a, b, , y, m]) {
    // The part of a year or month that the words before it name, which are taken away.
    if (!y) return [a, b];
    let n = rest.length;
    while (["of", "the"].includes(rest[n - 1])) n--;
    const word = rest[n - 1], nth = NTH.indexOf(rest[n - 2]), third = THIRDS.indexOf(word);
    const take = (count, ...days) => { rest.length = n - count; return days; };
    if (word === "end") return take(1, date(...b.split("-").map((x, k) => x - (k === 2))), b);
    if (word === "beginning" || word === "start") return take(1, a, after(a));
    if (third >= 0) return m ? take(1, date(y, m, 10 * third + 1), third === 2 ? b : date(y, m, 10 * third + 11)) : take(1, date(y, 4 * third + 1), date(y, 4 * third + 5));
    if (!m && Object.hasOwn(SEASONS, word)) return take(1, date(y, SEASONS[word]), date(y, SEASONS[word] + 3));
    const months = { half: 6, quarter: 3 }[word];
    return !m && months && nth >= 0 && nth < 12 / months ? take(2, date(y, months * nth + 1), date(y, months * nth + months + 1)) : [a, b];
  }

  function dates(words, today) {
    // The days of the only date in the words, closed and open, and the words without it; null where there is more than one or none that exists.
    const rest = [];
    let window, at;
    for (let n = 0; n < words.length; n++) {
      const hit = single(words, n, today);
      if (hit === null) return null;
      if (!hit) { rest.push(words[n]); continue; }
      n += hit[2] - 1;
      let [a, b] = part(rest, hit);
      const before = rest.at(-1);
      if (window) {
        if (rest.length !== at + 1 || !{ between: ["and"], from: ["to", "through", "until"] }[rest[at - 1]]?.includes(before)) return null;
        rest.length = at - 1;
        a = window[0];
      } else if (before === "since" && rest.length > 1) { rest.pop(); b = after(today); } else if (before === "during" || before === "in") rest.pop();
      if (a >= b) return null;
      window = [a, b];
      at = rest.length;
    }
    return { window, rest };
  }

  function named(words, names, keep) {
    // What the words name, longest names first, and the words with a gap for each, or with what it names; null where one name is that of two.
    const found = new Map();
    let rest = [...words];
    for (let n = 0; n < rest.length; n++) {
      const hits = names.filter(([name]) => name.every((word, k) => rest[n + k] === word));
      if (!hits.length) continue;
      const length = Math.max(...hits.map(([name]) => name.length)), best = new Map(hits.filter(([name]) => name.length === length).map(([, key, value]) => [key, value]));
      if (best.size > 1) return null;
      for (const [key, value] of best) found.set(key, value);
      rest = [...rest.slice(0, n), keep ? [...best.values()][0] : "", ...rest.slice(n + length)];
    }
    return { found: [...found.values()], rest };
  }

  // -- the question ----------------------------------------------------------------------------
  const YES_NO = new Set("is are was were do does did can could may might will would has have had must should".split(" "));
  const COMPARED = new Set("more most less least fewer other another else than together total combined all both every each".split(" "));
  const DOCUMENTS = new Set("under agreement agreements amendment deal contract statement announcement letter memorandum".split(" "));
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
    if (["has", "have", "had"].includes(a) || (YES_NO.has(a) && words.includes("have"))) return null;
    if (YES_NO.has(a)) return { kind: "yes-no", rest: words.slice(1) };
    return { kind: "words", rest: words };
  }

  const holds = (lane, { id, via }) => (lane[2] ? lane[2] === id : lane[4].some((v) => v[7] === id)) && (!via || lane[4].some((v) => v[7] === id && v[8] === via));
  const lanesBy = (data, { term, subject, holder }) => [data.lanes.filter((x) => x[0] === term[0] && !subject?.via && x[1] === (subject?.id || data.focus) && (!holder || !x[2] || holds(x, holder))), holder];

  function lanesFor(data, term, parties, active) {
    // The lineages that the parties leave, and the party whose place in them is asked after; null where more than one reading leaves any.
    const all = data.lanes.filter((lane) => lane[0] === term);
    if (!parties.length) return [all.filter((lane) => lane[1] === data.focus)];
    if (parties.length === 1) {
      const own = parties[0].via ? [] : all.filter((lane) => lane[1] === parties[0].id), held = all.filter((lane) => holds(lane, parties[0]));
      return own.length && held.length ? null : own.length ? [own] : held.some((lane) => lane[1] !== data.focus) ? null : [held, parties[0]];
    }
    const ways = [parties, [...parties].reverse()].map(([a, b]) => [a.via ? [] : all.filter((lane) => lane[1] === a.id && (!lane[2] || holds(lane, b))), b]).filter(([x]) => x.length);
    return ways.length === 1 || (ways.length && active) ? ways[0] : null;
  }

  function patterned(data, words, small) {
    // The only pattern of a term that has just these words in this order, with the parties in its slots; null where there is none, or more than one reading.
    if (words.includes("by")) return null; // a passive: who is who is told the other way round
    const party = named(words, prepare(data).parties, true);
    if (!party) return null;
    const items = party.rest.filter((w) => typeof w !== "string" || (w && !small.has(w))), found = new Map();
    for (const term of data.terms) {
      for (const wanted of term[6]) {
        let n = 0;
        const slots = {}, fits = wanted.split(" ").every((w) => {
          if (w === "<" || w === ">") { if (typeof items[n] === "object") slots[w] = items[n++]; return true; }
          return small.has(w) || items[n++] === w;
        });
        if (fits && n === items.length && (slots["<"] || slots[">"])) found.set(`${term[0]} ${slots["<"]?.id} ${slots[">"]?.id}`, { term, subject: slots["<"], holder: slots[">"] });
      }
    }
    return found.size === 1 ? [...found.values()][0] : null;
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
    const asked = when.rest.some((w) => COMPARED.has(w)) ? null : asks(when.rest);
    if (!asked) return { why: "This page does not know what is asked for." };
    if (when.window && when.rest.some((w) => DOCUMENTS.has(w))) return { why: "The question names a document." };
    const said = normal(asked.rest), all = named(said, terms), pattern = all?.found.length ? null : patterned(data, said, small);
    if (!all || (!all.found.length && !pattern)) return { why: "No term of the record is named." };
    const scopeOf = (lane) => (lane[3] ? normal(typed(lane[3])).filter((w) => !small.has(w)) : []);
    const read = (term) => {
      const party = named(named(said, terms.filter(([, key]) => key === term[0])).rest, parties);
      const about = new Set([...term[3], ...data.lanes.flatMap((lane) => (lane[0] === term[0] ? scopeOf(lane) : [])), ...term[2].flatMap((name) => name.split(" ")), ...(when.window ? [] : ["still"])]);
      return party && { term, party, left: party.rest.filter((w) => w && !small.has(w) && !about.has(w)) };
    };
    const readings = pattern ? [] : all.found.map(read);
    if (readings.some((r) => !r || r.party.found.length > 2)) return { why: "The question names more than two parties." };
    const whole = readings.filter((r) => !r.left.length);
    if (whole.length > 1 || (!whole.length && readings.length > 1)) return { why: "The question names more than one term." };
    if (readings.length && !whole.length) return { why: `This page does not know what to do with “${readings[0].left.join(" ")}”.` };
    const spoken = (wanted) => wanted.split(" ").filter((w) => w !== "<" && w !== ">" && !small.has(w)), key = whole[0]?.term[0];
    const mine = key ? whole[0].term[2].map((name) => name.split(" ")).filter((name) => name.every((w) => said.includes(w))).flat() : [];
    const apart = named(said, parties), bare = apart?.rest.filter((w) => w && !small.has(w)).join(" ");
    const rival = key && (apart?.found.length !== whole[0].party.found.length || data.terms.some((t) => t[0] !== key
      && (t[2].some((name) => name.split(" ").every((w) => said.includes(w)) && !name.split(" ").every((w) => mine.includes(w))) || t[6].some((wanted) => spoken(wanted).join(" ") === bare))));
    if (rival) return { why: "The question may be about another term." };
    const [id, kind, names, own, active] = pattern?.term || whole[0].term;
    if (kind === "date") return { why: "This term is a date." };
    const past = !when.window && when.rest.some((w) => ["was", "were", "did", "had"].includes(w)), always = past || asked.kind === "start" || asked.kind === "end";
    if (asked.kind === "end") return { why: "The end may hang on more than one clause." };
    if (asked.kind === "holder" && kind !== "holder") return { why: "This term is not about who." };
    if (asked.kind === "value" && kind !== "amount") return { why: "This term is not an amount." };
    const chosen = pattern ? lanesBy(data, pattern) : lanesFor(data, id, whole[0].party.found, active && ["yes-no", "value"].includes(asked.kind) && !["is", "are", "was", "were"].includes(when.rest[0]));
    if (!chosen || !chosen[0].length) return { why: chosen ? "No clause answers that." : "The question has more than one reading." };
    let [lanes, other] = chosen;
    const parts = data.lanes.filter((lane) => lane[0] === id).flatMap(scopeOf), told = new Set([...(pattern ? [] : own), ...names.flatMap((name) => name.split(" "))]);
    const scope = said.filter((w) => lanes.some((lane) => scopeOf(lane).includes(w)) || (parts.includes(w) && !told.has(w)));
    if (scope.length) {
      lanes = lanes.filter((lane) => lane[3] && scope.every((w) => scopeOf(lane).includes(w)) && scopeOf(lane).every((w) => said.includes(w)));
      if (lanes.length !== 1) return { why: "The question names a part of the term." };
    }
    if (asked.kind === "holder" && other) return { why: "The question names who holds it." };
    if (lanes.length > 1 && (always || asked.kind === "yes-no" || lanes.length > 4)) return { why: "The question has more than one reading." };
    if (always && (when.window || lanes[0][4].length > 1)) return { why: "There is more than one version." };
    const [a, b] = when.window || [today, after(today)];
    const held = [];
    let maybe = false;
    for (const lane of lanes) {
      const some = always ? lane[4] : lane[4].filter((v) => (!v[1] || v[1] < b) && (!v[2] || a < v[2]));
      if (lanes.length > 1 && some.some((v) => v[5])) return { why: "Parts of other terms are at stake." };
      const doubt = !always && some.some((v) => (v[3] && a < v[3]) || (v[4] && b > v[4]));
      if (doubt && (asked.kind === "yes-no" || some.some((v) => !v[1] || (v[3] || v[1]) >= b))) return { why: "The day lies in the doubt of a date." };
      maybe ||= doubt;
      const broken = some.some((v, n) => (n ? v[1] > some[n - 1][2] : v[1] && a < v[1])) || (some.at(-1)?.[2] && some.at(-1)[2] < b);
      if (!always && broken) return { why: "Part of that time is not on record." };
      held.push(...some);
    }
    if (!held.length) return { why: "No clause answers that." };
    if (kind === "amount" && (when.window || when.rest[1] === "many") && held.length > 1) return { why: "Which of several amounts is of that time or unit?" };
    let yes = null;
    if (asked.kind === "yes-no" && kind === "holder") {
      if (!other || lanes[0][2]) return { why: "This page does not know what is asked for." };
      yes = held.map((v) => (v[6] === 0 ? false : v[6] === 2 ? null : v[7] === other.id));
    } else if (asked.kind === "yes-no" && kind !== "yes-no") return { why: "This term is not a matter of yes or no." };
    else if (other && held.some((v) => v[7] !== other.id)) return { why: "The question has more than one reading." };
    else if (kind === "yes-no" && !always && when.rest[0] !== "which") yes = held.map((v) => (v[6] === 1 ? true : v[6] === 0 ? false : null));
    if (yes?.includes(null)) return { why: "The answer is neither yes nor no." };
    return { clauses: held.map((v) => ({ id: v[0], says: v[9], when: v[10] })), yes, late: b > after(data.checked), maybe };
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
      if (found.maybe) card.append(node("p", "Possibly: the day lies in the doubt of a date.", "su"));
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
