// One contender in a process of its own: node contender.cjs NAME COUNT FOLDER; prints seconds and bytes.
// FOLDER holds the template (NAME.docx) and values.json: for each document its texts, one table row each.
const fs = require("fs");
const path = require("path");

const [, , name, count, folder] = process.argv;
const template = path.join(folder, `${name}.docx`);
const values = JSON.parse(fs.readFileSync(path.join(folder, "values.json"), "utf8"));

function docxtemplater() {
  const PizZip = require("pizzip");
  const Docxtemplater = require("docxtemplater");
  const content = fs.readFileSync(template);
  return async (data) => {
    const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true });
    document.render(data);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
}

function carbone() {
  const engine = require("carbone");
  return (data) =>
    new Promise((resolve, reject) =>
      engine.render(template, data, (error, result) => (error ? reject(error) : resolve(result))),
    );
}

async function main() {
  const render = { docxtemplater, carbone }[name]();
  let bytes = 0;
  const started = process.hrtime.bigint();
  for (let number = 0; number < Number(count); number++) {
    const rows = values[number % values.length].map((text) => ({ text }));
    const content = await render({ rows });
    fs.writeFileSync(path.join(folder, `${number}.docx`), content);
    bytes += content.length;
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const peak_mb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ documents: Number(count), seconds, bytes: bytes / count, peak_mb }));
  process.exit(0);
}

main();
