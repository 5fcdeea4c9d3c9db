// The page for people. What is asked stands in the address; what is shown comes from /v1/questions/threats-by-interest.

import { draw } from "./picture.js";
import { TEXTS } from "./texts.js";
import { el } from "./dom.js";

const QUESTION = "/v1/questions/threats-by-interest";
const EDITION = 2026;
const NUMBERS = [1, 2, 3, 4, 5];
const NEAR = { passage: "●●●●", section: "●●●○", document: "●●○○", any: "●○○○" };
const DEFAULT_STANCES = ["asserted", "intended"];
// Below it every second line is doubtful (docs/figures.md); the slider goes down to 0.
const DEFAULT_CONFIDENCE = 0.5;

const $ = (id) => document.getElementById(id);
const state = { ...readAddress(), documentsKnown: [], interests: [], answer: null };
const t = () => TEXTS[state.language];

function readAddress() {
  const given = new URLSearchParams(location.search);
  const list = (name, otherwise) => (given.get(name) ? given.get(name).split(",").filter(Boolean) : otherwise);
  const number = Number(given.get("number") || 3);
  const asked = [given.get("language"), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return {
    number: NUMBERS.includes(number) ? number : 3, language: asked.find((tag) => tag in TEXTS) || "fr",
    stances: list("stances", DEFAULT_STANCES), documents: list("documents", []),
    min_confidence: Number(given.get("min_confidence") ?? DEFAULT_CONFIDENCE) || 0, as_of: given.get("as_of") || "",
  };
}

function parameters() {
  const asked = new URLSearchParams({ number: state.number, language: state.language });
  if (state.stances.length && state.stances.join() !== DEFAULT_STANCES.join()) asked.set("stances", state.stances.join());
  asked.set("min_confidence", state.min_confidence);
  if (state.as_of) asked.set("as_of", state.as_of);
  if (state.documents.length) asked.set("documents", state.documents.join());
  return asked;
}

async function fetchJson(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail || response.statusText);
  return body;
}

async function fetchAnswer(asked) {
  const query = new URLSearchParams(asked);
  query.set("edition", EDITION);
  query.set("limit", 1000);
  const first = await fetchJson(`${QUESTION}?${query}`);
  for (let next = first.next; next; ) {
    const page = await fetchJson(next);
    first.rows.push(...page.rows);
    next = page.next;
  }
  return first;
}

let latest = 0;
async function ask(push = true) {
  const turn = ++latest;
  const asked = parameters();
  if (push) history.pushState(null, "", `?${asked}`);
  $("answer").setAttribute("aria-busy", "true");
  $("json").href = `${QUESTION}?${asked}`;
  try {
    const answer = await fetchAnswer(asked);
    if (turn !== latest) return;
    state.answer = answer;
    show();
  } catch (error) {
    if (turn === latest) fail(error);
  }
  if (turn === latest) $("answer").setAttribute("aria-busy", "false");
}

function fail(error) {
  state.answer = null;
  $("summary").className = "problem";
  $("summary").textContent = t().failed + error.message;
  for (const id of ["figure", "tools", "table"]) $(id).hidden = true;
}

// ---- the form

function showForm() {
  document.documentElement.lang = state.language;
  document.title = t().title;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t()[node.dataset.text];
  for (const button of $("languages").children) button.setAttribute("aria-pressed", button.dataset.language === state.language);
  fill("interests", NUMBERS.map((number) => {
    const found = state.interests.find((each) => each.notation === `${EDITION}-${number}`);
    const input = el("input", { type: "radio", name: "number", value: number });
    input.checked = number === state.number;
    return el("label", {}, input, el("b", {}, String(number)), el("span", {}, found ? label(found) : ""));
  }));
  fill("stances", Object.entries(t().stance).map(([word, name]) => box("stances", word, name)));
  fill("documents", state.documentsKnown.map((each) =>
    box("documents", each.document, `${each.title}${each.issued ? ` (${each.issued.slice(0, 4)})` : ""}`)));
  $("min_confidence").value = state.min_confidence;
  $("min_confidence_told").textContent = state.min_confidence.toLocaleString(state.language);
  $("as_of").value = state.as_of;
  const active = [...parameters().keys()].length - (state.min_confidence === DEFAULT_CONFIDENCE ? 3 : 2);
  const least = state.min_confidence > 0 ? ` · ${t().confidence} ${percent(state.min_confidence)}` : "";
  $("filters-told").textContent = (active ? `${active} ${t().active}` : t().default) + least;
}

function fill(id, nodes) {
  const fieldset = $(id);
  for (const old of [...fieldset.querySelectorAll(":scope > label")]) old.remove();
  fieldset.append(...nodes);
}

function box(name, value, text) {
  const input = el("input", { type: "checkbox", name, value });
  input.checked = state[name].includes(value);
  return el("label", {}, input, el("span", {}, text));
}

function label(thing) {
  return thing.labels[state.language] || thing.labels.fr || thing.labels.nl || thing.label;
}

// ---- the answer

function show() {
  const { rows } = state.answer;
  const groups = grouped(rows);
  const instruments = new Set(rows.filter((row) => row.instrument).map((row) => row.instrument.iri));
  const holes = groups.filter((group) => !group.rows[0].instrument).length;
  const interest = state.interests.find((each) => each.notation === `${EDITION}-${state.number}`);
  $("asked").textContent = `${t().interest} ${state.number}${interest ? `${state.language === "fr" ? "\u202f" : ""}: ${label(interest)}` : ""}`;
  $("summary").className = "";
  $("summary").textContent = rows.length ? t().sum(groups.length, instruments.size, holes) : t().empty;
  const left = state.answer.left_out.map((each) => `${each.title} (${t().reason[each.reason]})`);
  $("left-out").textContent = left.length ? `${t().leftOut(left.length)}${left.join(state.language === "fr" ? "\u202f; " : "; ")}.` : "";
  $("release").textContent = state.answer.release;
  for (const id of ["figure", "tools", "table"]) $(id).hidden = !rows.length;
  const table = $("table");
  for (const old of [...table.tBodies]) old.remove();
  table.append(...groups.map(groupBody));
  openAll(false);
  picture(groups);
}

function grouped(rows) {
  const found = new Map();
  for (const row of rows) {
    if (!found.has(row.threat.iri)) found.set(row.threat.iri, { threat: row.threat, threatens: row.threatens, rows: [] });
    found.get(row.threat.iri).rows.push(row);
  }
  return [...found.values()];
}

function groupBody(group) {
  const lines = group.rows.flatMap((row, place) => line(row, place, `${group.threat.notation}-${place}`));
  return el("tbody", { id: `threat-${group.threat.notation}` }, ...lines);
}

function line(row, place, id) {
  const all = [...passages(row.threat_evidence), ...passages(row.instrument_evidence)];
  const names = [...new Set(all.map((each) => each.document))];
  const button = el("button", { type: "button", class: "plain", "aria-expanded": "false", "aria-controls": `evidence-${id}` }, t().count(all.length));
  const evidence = el("tr", { class: "evidence", id: `evidence-${id}`, hidden: true }, el("td", { colspan: 6 }, links(row)));
  button.addEventListener("click", () => open(button, button.getAttribute("aria-expanded") !== "true"));
  const what = row.instrument
    ? [label(row.instrument), row.protects ? el("small", {}, t().protects) : null]
    : [el("span", {}, row.filtered ? t().filtered : t().nothing)];
  const head = place === 0
    ? el("th", { scope: "rowgroup", class: "threat-cell" }, label(row.threat))
    : el("td", { class: "threat-cell" }, el("span", { class: "hidden" }, label(row.threat)));
  return [
    el("tr", { class: `row${place ? " more" : ""}${row.instrument ? "" : " hole"}` }, head,
      el("td", { class: "instrument-cell" }, ...what),
      el("td", { class: "near" }, ...(row.within ? [el("i", { "aria-hidden": "true" }, NEAR[row.within]), t().within[row.within]] : [])),
      el("td", { class: "sure" }, bar(row.confidence), percent(row.confidence)),
      el("td", { class: "documents-cell", title: names.map(title).join("\n") }, ...names.map((name) => el("span", {}, shortTitle(name)))),
      el("td", { class: "quotes-cell" }, button)),
    evidence,
  ];
}

function open(button, wanted) {
  button.setAttribute("aria-expanded", wanted);
  $(button.getAttribute("aria-controls")).hidden = !wanted;
}

function openAll(wanted) {
  for (const button of document.querySelectorAll(".quotes-cell button")) open(button, wanted);
  $("all").setAttribute("aria-pressed", wanted);
  $("all").textContent = wanted ? t().closeAll : t().openAll;
}

function links(row) {
  const threat = label(row.threat);
  const first = el("div", { class: "first" }, el("h3", {}, t().why1(threat)), ...passages(row.threat_evidence).map(quote));
  if (!row.instrument) return el("div", { class: "links single" }, first);
  const second = el("div", {}, el("h3", {}, t().why2(label(row.instrument), threat)), ...passages(row.instrument_evidence).map(quote));
  return el("div", { class: "links" }, first, second);
}

// A sentence that a page of the other language cuts comes as two passages of one piece of evidence.
// Passages in the language of the page come first.
function passages(evidence) {
  const found = new Map();
  for (const each of evidence) {
    const known = found.get(each.evidence);
    if (known) known.parts.push(each);
    else found.set(each.evidence, { ...each, parts: [each] });
  }
  const own = (each) => (each.language === state.language ? 0 : 1);
  return [...found.values()].sort((one, two) => own(one) - own(two));
}

function quote(each) {
  const texts = each.parts.map((part) => part.mended || part.quote).filter(Boolean);
  const said = texts.length ? texts.join(" […] ").replace(/\s+/g, " ") : null;
  const place = each.parts.map((part) => `${part.start}–${part.end}`).join(", ");
  const section = each.heading ? each.heading.split(" › ").pop() : each.section;
  const statement = each.statement.split("/").pop();
  return el("blockquote", { cite: each.statement, lang: said ? each.language : false },
    el("p", { class: said ? "" : "missing" }, said || t().noQuote),
    el("footer", { lang: state.language }, el("b", {}, title(each.document)), " ", el("span", { class: "tag" }, each.language),
      section ? el("span", { title: each.heading }, ` § ${section}`) : "", each.page ? ` ${t().page} ${each.page}` : "", el("br"),
      `${each.source}, ${t().characters} ${place} · ${t().stance[each.stance]} · ${percent(each.confidence)} · `,
      el("a", { href: `/v1/statements/${statement}` }, statement)));
}

function title(id) {
  const found = state.documentsKnown.find((each) => each.document === id);
  return found ? found.title : id;
}

// The part of a title that names the document, with its year: the table has little room.
function shortTitle(id) {
  const known = state.documentsKnown.find((each) => each.document === id);
  const short = title(id).split(/ [–—(:]/)[0];
  const year = known && known.issued ? known.issued.slice(0, 4) : "";
  return year && !short.includes(year) ? `${short} ${year}` : short;
}

function percent(value) {
  return value.toLocaleString(state.language, { style: "percent", maximumFractionDigits: 0 });
}

function bar(value) {
  return el("svg", { viewBox: "0 0 46 8", "aria-hidden": "true" }, el("rect", { width: 46, height: 8, rx: 3 }), el("rect", { width: 46 * value, height: 8, rx: 3 }));
}

function picture(groups) {
  const words = { threat: t().threat, instrument: t().instrument, interest: t().interest };
  const undrawn = draw($("picture"), groups, { number: state.number, label, words });
  $("caption").textContent = t().caption + (undrawn ? t().undrawn(undrawn) : "");
}

// ---- the events

function start() {
  $("question").addEventListener("change", () => {
    const chosen = (name) => [...document.querySelectorAll(`input[name="${name}"]:checked`)].map((input) => input.value);
    Object.assign(state, {
      number: Number(chosen("number")[0] || 3), stances: chosen("stances"), documents: chosen("documents"),
      min_confidence: Number($("min_confidence").value), as_of: $("as_of").value,
    });
    if (!state.stances.length) state.stances = DEFAULT_STANCES;
    showForm();
    ask();
  });
  $("min_confidence").addEventListener("input", () => {
    $("min_confidence_told").textContent = Number($("min_confidence").value).toLocaleString(state.language);
  });
  $("question").addEventListener("reset", (event) => {
    event.preventDefault();
    Object.assign(state, { stances: DEFAULT_STANCES, documents: [], min_confidence: DEFAULT_CONFIDENCE, as_of: "" });
    showForm();
    ask();
  });
  $("question").addEventListener("submit", (event) => event.preventDefault());
  $("languages").addEventListener("click", (event) => {
    if (!event.target.dataset.language) return;
    state.language = event.target.dataset.language;
    history.replaceState(null, "", `?${parameters()}`);
    showForm();
    if (state.answer) show();
  });
  $("all").addEventListener("click", () => openAll($("all").getAttribute("aria-pressed") !== "true"));
  $("print").addEventListener("click", () => window.print());
  $("share").addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    $("share").textContent = t().shared;
  });
  window.addEventListener("popstate", () => {
    Object.assign(state, readAddress());
    showForm();
    ask(false);
  });
  let width = 0;
  new ResizeObserver(() => {
    if (state.answer && Math.abs($("picture").clientWidth - width) > 20) picture(grouped(state.answer.rows));
    width = $("picture").clientWidth;
  }).observe($("answer"));
}

async function main() {
  start();
  showForm();
  const [interests, documents, links] = await Promise.all([
    fetchJson("/v1/entities?kind=vital-interest&limit=100"), fetchJson("/v1/documents?limit=1000"), fetchJson("/explorer/links.json"),
  ]);
  Object.assign(state, { interests: interests.results, documentsKnown: documents.results });
  if (links.browser) Object.assign($("browser"), { href: links.browser, hidden: false });
  showForm();
  await ask(false);
}

main().catch(fail);
