#include "form/markup.h"

#include "base/html_text.h"

void markup_element(struct text *markup, const char *tag, const char *attributes,
                    const char *string) {
    html_element(markup, tag, attributes, string);
    text_add(markup, "\n");
}

/* "</script>" in a label would end the element. */
void markup_add_json(struct text *markup, const char *string) {
    text_add(markup, "\"");
    for (; *string != '\0'; string++) {
        unsigned char byte = (unsigned char)*string;
        if (byte == '"' || byte == '\\')
            text_add_format(markup, "\\%c", byte);
        else if (byte < 0x20 || byte == '<' || byte == '>' || byte == '&')
            text_add_format(markup, "\\u%04x", byte);
        else
            text_add_byte(markup, (char)byte);
    }
    text_add(markup, "\"");
}

void markup_begin(struct text *markup, const char *language, const char *title,
                  const struct text *style, const struct text *script) {
    text_add_format(markup,
                    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n",
                    language);
    text_add(markup, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                     "'none'; style-src ");
    html_add_source(markup, style->bytes, style->length);
    if (script != NULL) {
        text_add(markup, "; script-src ");
        html_add_source(markup, script->bytes, script->length);
    }
    text_add(markup, "; base-uri 'none'; form-action 'none'\"/>\n");
    text_add(markup,
             "<meta name=\"viewport\" content=\"width=device-width, "
             "initial-scale=1\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    markup_element(markup, "title", "", title);
    text_add_format(markup, "<style>%s</style>\n</head>\n<body>\n", text_string(style));
}
