// SPDX-License-Identifier: MIT
// The nodes of frozen diagrams (law_freeze): words in one flat array, to be walked quickly.
//
// Word 0 is the variable (low half) and the number of exceptions (high half), word 1 the mask, word
// 2 the serial number. Then come the children, one for each class. Or, with exceptions: the child
// of all other classes, then the exceptions as pairs of class and child, ascending. So a condition
// about one country is as small in a pack of a thousand countries as in one of ten.
#ifndef TANU_ENGINE_NODE_H
#define TANU_ENGINE_NODE_H

#include "engine/diagram.h"

enum { NODE_MASK = 1, NODE_SERIAL = 2, NODE_EDGES = 3, NODE_PAIRS = 4 };

static inline uint16_t node_variable(const uint32_t *node)
{
    return (uint16_t)node[0];
}

static inline uint32_t node_exceptions(const uint32_t *node)
{
    return node[0] >> 16;
}

static inline dd node_child(const uint32_t *node, uint32_t cls)
{
    uint32_t low = 0, high = node_exceptions(node);
    if (!high)
        return node[NODE_EDGES + cls];
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (node[NODE_PAIRS + 2 * middle] < cls)
            low = middle + 1;
        else
            high = middle;
    }
    const uint32_t *pair = node + NODE_PAIRS + 2 * low;
    return low < node_exceptions(node) && pair[0] == cls ? pair[1] : node[NODE_EDGES];
}

// The first class from `class` on that does not lead to `other`; the arity if there is none.
static inline uint32_t node_not(const uint32_t *node, uint32_t arity, uint32_t cls, dd other)
{
    uint32_t exceptions = node_exceptions(node);
    if (exceptions && node[NODE_EDGES] == other) {
        const uint32_t *pair = node + NODE_PAIRS, *end = pair + 2 * exceptions;
        while (pair < end && (pair[0] < cls || pair[1] == other))
            pair += 2;
        return pair < end ? pair[0] : arity;
    }
    while (cls < arity && node_child(node, cls) == other)
        cls++;
    return cls;
}

// All children, some perhaps more than once: node[NODE_EDGES], node[NODE_EDGES + step] and so on,
// as many as are returned.
static inline uint32_t node_children(const uint32_t *node, const uint16_t *arity, uint32_t *step)
{
    uint32_t exceptions = node_exceptions(node);
    *step = exceptions ? 2 : 1;
    return exceptions ? exceptions + 1 : arity[node_variable(node)];
}

#endif
