// Times docxtemplater on one document: node docxtemplater.mjs LAYOUT DATA ROUNDS OUT
// Prints the milliseconds of each round; the last document is written to OUT.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const needed = createRequire(`${process.cwd()}/package.json`);
const PizZip = needed("pizzip");
const Docxtemplater = needed("docxtemplater");
const expressions = needed("docxtemplater/expressions.js");

const [layout, data, rounds, out] = process.argv.slice(2);
const content = readFileSync(layout, "binary");
const values = {
  ...JSON.parse(readFileSync(data, "utf8")),
  holds: (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)),
  within: (part, whole) => whole.includes(part),
};

function made() {
  const document = new Docxtemplater(new PizZip(content), {
    paragraphLoop: true,
    linebreaks: true,
    parser: expressions,
  });
  document.render(values);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const times = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const begun = performance.now();
  const document = made();
  times.push(performance.now() - begun);
  if (round === Number(rounds) - 1) writeFileSync(out, document);
}
console.log(JSON.stringify(times));
