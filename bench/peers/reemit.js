// SPDX-License-Identifier: MIT
// The floor for any engine in Node: reads JSON Lines, parses each line and writes it out again.
'use strict';
const fs = require('fs');
const chunk = Buffer.allocUnsafe(1 << 18);
let rest = '';
let out = [];
let size = 0;

function flush() {
    if (size) fs.writeSync(1, out.join(''));
    out = [];
    size = 0;
}

function take(line) {
    const text = JSON.stringify(JSON.parse(line)) + '\n';
    out.push(text);
    size += text.length;
    if (size > 1 << 18) flush();
}

const decoder = new (require('string_decoder').StringDecoder)('utf8');
const fd = process.argv[2] ? fs.openSync(process.argv[2]) : 0;
for (let n; (n = fs.readSync(fd, chunk)) > 0;) {
    const lines = (rest + decoder.write(chunk.subarray(0, n))).split('\n');
    rest = lines.pop();
    for (const line of lines) take(line);
}
if (rest) take(rest);
flush();
