// Reads charts by the libraries that draw them, and prints what they found as JSON: one object a file.
// Mermaid cleans its texts by a library that wants a browser's window; jsdom gives it one.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { BpmnModdle } from "bpmn-moddle";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");

async function readMermaid(text) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return { nodes: db.getVertices().size, edges: db.getEdges().length, groups: db.getSubGraphs().length, warnings: [] };
}

async function readBpmn(text) {
  const { rootElement, elementsById, warnings } = await new BpmnModdle().fromXML(text);
  const elements = Object.values(elementsById);
  const count = (fits) => elements.filter(fits).length;
  return {
    nodes: count((each) => each.$instanceOf("bpmn:FlowNode")),
    edges: count((each) => each.$type === "bpmn:SequenceFlow" && each.sourceRef && each.targetRef),
    groups: count((each) => each.$type === "bpmn:Participant"),
    shapes: count((each) => each.$type === "bpmndi:BPMNShape" && each.bpmnElement && each.bounds),
    lines: count((each) => each.$type === "bpmndi:BPMNEdge" && each.bpmnElement && each.waypoint.length > 1),
    root: rootElement.$type,
    warnings: warnings.map((each) => each.message),
  };
}

const found = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  found[file] = await (file.endsWith(".bpmn") ? readBpmn(text) : readMermaid(text));
}
console.log(JSON.stringify(found));
