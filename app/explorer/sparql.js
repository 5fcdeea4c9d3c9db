// The query page: a text area, examples, and a table for the results.

import { el } from "./dom.js";

const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
const $ = (id) => document.getElementById(id);

async function run() {
  const query = $("query").value;
  history.replaceState(null, "", `#${new URLSearchParams({ query })}`);
  $("told").className = "hint";
  $("told").textContent = "Evaluating …";
  $("results").replaceChildren();
  const started = performance.now();
  const response = await fetch("/sparql", {
    method: "POST", body: query, headers: { "Content-Type": "application/sparql-query", Accept: ACCEPT },
  });
  const type = response.headers.get("Content-Type") || "";
  const text = await response.text();
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  if (!response.ok) return fail(JSON.parse(text).detail);
  const cut = response.headers.get("X-Truncated") === "true" ? `, cut at the limit of ${response.headers.get("X-Row-Limit")}` : "";
  if (type.startsWith("text/turtle")) {
    $("results").replaceChildren(el("pre", {}, text));
    $("told").textContent = `${seconds} s${cut}`;
    return undefined;
  }
  const found = JSON.parse(text);
  if ("boolean" in found) {
    $("told").textContent = `${found.boolean ? "Yes" : "No"} (${seconds} s)`;
    return undefined;
  }
  $("results").replaceChildren(table(found));
  $("told").textContent = `${found.results.bindings.length} rows in ${seconds} s${cut}`;
  return undefined;
}

function fail(detail) {
  $("told").className = "problem";
  $("told").textContent = detail;
  const place = /error at (\d+):(\d+)|[Ll]ine (\d+), column (\d+)/.exec(detail);
  if (place) select(Number(place[1] || place[3]), Number(place[2] || place[4]));
}

// Puts the cursor where the error is.
function select(line, column) {
  const before = $("query").value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  $("query").focus();
  $("query").setSelectionRange(before + column - 1, before + column);
}

function table({ head, results }) {
  const cells = (row) => head.vars.map((name) => el("td", {}, row[name] ? cell(row[name]) : ""));
  return el("table", {},
    el("thead", {}, el("tr", {}, ...head.vars.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...results.bindings.map((row) => el("tr", {}, ...cells(row)))));
}

function cell(term) {
  if (term.type !== "uri") return term.value === undefined ? "" : String(term.value);
  const own = /^https:\/\/w3id\.org\/bfpg(\/id\/[^#]+)$/.exec(term.value);
  const short = term.value.replace(/^https:\/\/w3id\.org\/bfpg\/(id\/|vocabulary#)/, "");
  return own ? el("a", { href: own[1], title: term.value }, short) : el("span", { title: term.value }, short);
}

async function main() {
  $("form").addEventListener("submit", (event) => {
    event.preventDefault();
    run().catch((error) => fail(error.message));
  });
  $("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("form").requestSubmit();
  });
  $("csv").addEventListener("click", save);
  const examples = await (await fetch("/explorer/examples.json")).json();
  $("example").append(...examples.map((each) => el("option", { value: each.id }, each.title)));
  $("example").addEventListener("change", () => {
    $("query").value = examples.find((each) => each.id === $("example").value).query;
    $("form").requestSubmit();
  });
  $("query").value = new URLSearchParams(location.hash.slice(1)).get("query") || examples[0].query;
  $("form").requestSubmit();
}

// A link would be followed with a browser's Accept header; this one fetches with its own, and saves.
async function save(event) {
  event.preventDefault();
  const response = await fetch("/sparql", {
    method: "POST", body: $("query").value, headers: { "Content-Type": "application/sparql-query", Accept: "text/csv" },
  });
  if (!response.ok) return fail((await response.json()).detail);
  const link = el("a", { href: URL.createObjectURL(await response.blob()), download: "results.csv" });
  link.click();
  return undefined;
}

main().catch((error) => fail(error.message));
