// SPDX-License-Identifier: MIT
#include "case/doc_json.h"

void doc_write_json(const struct doc_node *node, struct text *out)
{
    if (node->kind == DOC_TEXT) {
        text_json(out, node->text);
        return;
    }
    text_char(out, node->kind == DOC_MAP ? '{' : '[');
    for (const struct doc_node *child = node->first; child; child = child->next) {
        if (child != node->first)
            text_char(out, ',');
        if (node->kind == DOC_MAP) {
            text_json(out, child->key);
            text_char(out, ':');
        }
        doc_write_json(child, out);
    }
    text_char(out, node->kind == DOC_MAP ? '}' : ']');
}
