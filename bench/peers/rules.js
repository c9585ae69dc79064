// SPDX-License-Identifier: MIT
// How many decisions a second rule engines make: 150 rules of three comparisons, all of which are
// tried on each line (parsed before the clock starts). Hand-written JavaScript is always there;
// json-logic-engine and zen-engine are measured where node finds them (NODE_PATH, node_modules).
'use strict';
const fs = require('fs');
const cases = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map(JSON.parse);
const COUNT = 150;

// Rules over what the lines hold, from a fixed sequence of numbers.
const values = new Map();
for (const c of cases)
    for (const [key, value] of Object.entries(c))
        if (typeof value === 'string' && key !== 'institution')
            values.set(key, (values.get(key) || new Set()).add(value));
const keys = [...values.keys()].sort();
let state = 1;
const draw = (below) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % below;
const rules = [];
while (rules.length < COUNT) {
    const rule = [];
    for (let k = 0; k < 3; k++) {
        const key = keys[draw(keys.length)];
        const all = [...values.get(key)].sort();
        const some = all.filter(() => draw(3) === 0);
        rule.push([key, some.length ? some : [all[0]]]);
    }
    rules.push(rule);
}

function report(name, decisions, seconds, found) {
    console.log(`${name.padEnd(38)} ${Math.round(decisions / seconds).toString().padStart(10)}  (${found} rules held)`);
}

function measure(name, decide) {
    let found = 0, done = 0;
    for (const c of cases.slice(0, 200)) decide(c); // warm
    const begun = process.hrtime.bigint();
    while (done < cases.length && Number(process.hrtime.bigint() - begun) < 4e9)
        for (const c of cases.slice(done, done += 500)) found += decide(c);
    report(name, Math.min(done, cases.length), Number(process.hrtime.bigint() - begun) / 1e9, found);
}

measure('hand-written JavaScript', (c) => {
    let held = 0;
    for (const rule of rules) {
        let all = true;
        for (const [key, some] of rule)
            if (!some.includes(c[key])) { all = false; break; }
        if (all) held++;
    }
    return held;
});

function load(name) {
    try {
        return require(name);
    } catch {
        console.log(`${name.padEnd(38)} ${'-'.padStart(10)}  (not installed)`);
        return null;
    }
}

const logic = load('json-logic-engine');
if (logic) {
    const engine = new logic.LogicEngine();
    const built = rules.map((rule) => engine.build({ and: rule.map(([key, some]) => ({ in: [{ var: key }, some] })) }));
    measure('json-logic-engine, compiled', (c) => {
        let held = 0;
        for (const f of built) if (f(c)) held++;
        return held;
    });
}

// One decision table with 150 rows, hit policy "collect".
async function zen() {
    const module = load('@gorules/zen-engine');
    if (!module) return;
    const inputs = keys.map((key, i) => ({ id: `k${i}`, type: 'expression', name: key, field: key }));
    const row = (rule, i) => {
        const cells = { _id: `r${i}`, out: `${i}` };
        for (const input of inputs) cells[input.id] = '';
        for (const [key, some] of rule) cells[`k${keys.indexOf(key)}`] = some.map((v) => JSON.stringify(v)).join(', ');
        return cells;
    };
    const content = {
        nodes: [
            { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
            { id: 'table', name: 'table', type: 'decisionTableNode', position: { x: 0, y: 0 },
              content: { hitPolicy: 'collect', inputs, outputs: [{ id: 'out', type: 'expression', name: 'out', field: 'rule' }], rules: rules.map(row) } },
            { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
        ],
        edges: [
            { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
            { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
        ],
    };
    const decision = new module.ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
    let found = 0, done = 0;
    const begun = process.hrtime.bigint();
    while (done < cases.length && Number(process.hrtime.bigint() - begun) < 4e9) {
        const answers = await Promise.all(cases.slice(done, done += 100).map((c) => decision.evaluate(c)));
        for (const a of answers) found += Array.isArray(a.result) ? a.result.length : 0;
    }
    report('zen-engine, one decision table', Math.min(done, cases.length), Number(process.hrtime.bigint() - begun) / 1e9, found);
}

zen().catch((error) => console.log(`zen-engine: ${error.message}`));
