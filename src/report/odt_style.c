#include "report/odt_style.h"

#include "base/html_text.h"

/* Millimetres. */
enum { PAPER = 170, VALUES = 28, VALUES_MOST = 102 };

void odt_namespaces(struct text *xml) {
    static const char names[] =
        " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
        " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
        " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
        " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
        " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
        " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        " office:version=\"1.2\"";
    text_add(xml, names);
}

/* A named style of paragraphs. */
struct paragraph_style {
    const char *name, *shown, *parent; /* shown: as word processors list it */
    int level;                         /* of a heading; 0: none */
    const char *paragraph, *letters;   /* their attributes */
};

#define TOGETHER " fo:keep-with-next=\"always\""

static const struct paragraph_style paragraph_styles[] = {
    {"Text_20_body", "Text body", "Standard", 0, " fo:margin-bottom=\"0.15cm\"", ""},
    {"Title", "Title", "Standard", 0, " fo:margin-bottom=\"0.1cm\"" TOGETHER,
     " fo:font-size=\"16pt\" fo:font-weight=\"bold\""},
    {"Subtitle", "Subtitle", "Standard", 0, " fo:margin-bottom=\"0.2cm\"",
     " fo:color=\"#3d4247\""},
    {"Heading", "Heading", "Standard", 0,
     " fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.1cm\"" TOGETHER,
     " fo:font-weight=\"bold\""},
    {"Heading_20_1", "Heading 1", "Heading", 1, "", " fo:font-size=\"14pt\""},
    {"Heading_20_2", "Heading 2", "Heading", 2, "", " fo:font-size=\"12pt\""},
    {"Heading_20_3", "Heading 3", "Heading", 3, "", " fo:font-size=\"11pt\""},
    {"Sheet_20_heading", "Sheet heading", "Heading_20_1", 1, " fo:break-before=\"page\"", ""},
    {"Finding", "Finding", "Heading_20_1", 1, " fo:margin-top=\"0.3cm\"",
     " fo:font-size=\"11pt\""},
    {"Notice", "Notice", "Text_20_body", 0,
     " fo:padding=\"0.15cm\" fo:border=\"1.5pt solid #000000\"", " fo:font-weight=\"bold\""},
    {"Indented", "Indented", "Text_20_body", 0, " fo:margin-left=\"0.6cm\"", ""},
    {"Fact", "Fact", "Text_20_body", 0,
     " fo:margin-left=\"3.2cm\" fo:text-indent=\"-3.2cm\" fo:margin-bottom=\"0.05cm\"", ""},
    {"Remark", "Remark", "Text_20_body", 0,
     " fo:padding-left=\"0.3cm\" fo:border-left=\"3pt solid #2a6099\"", ""},
    {"Quotations", "Quotations", "Text_20_body", 0,
     " fo:margin-left=\"0.8cm\" fo:margin-right=\"0.8cm\"", ""},
    {"Letter", "Letter", "Text_20_body", 0,
     " fo:padding-left=\"0.3cm\" fo:border-left=\"1pt solid #8e949b\"", ""},
    {"Caption", "Caption", "Standard", 0, " fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.1cm\"",
     " fo:font-weight=\"bold\""},
    {"Table", "Table", "Caption", 0, TOGETHER, ""},
    {"Illustration", "Illustration", "Caption", 0, TOGETHER, ""},
    {"Figure", "Figure", "Standard", 0, " fo:margin-bottom=\"0.3cm\"", ""},
    {"Table_20_Contents", "Table Contents", "Standard", 0, "", " fo:font-size=\"10pt\""},
    {"Table_20_Figures", "Table Figures", "Table_20_Contents", 0, " fo:text-align=\"end\"", ""},
    {"Table_20_Heading", "Table Heading", "Table_20_Contents", 0, "",
     " fo:font-weight=\"bold\""},
    {"Table_20_Figures_20_Heading", "Table Figures Heading", "Table_20_Heading", 0,
     " fo:text-align=\"end\"", ""},
    {"Note", "Note", "Standard", 0, " fo:margin-bottom=\"0.1cm\"",
     " fo:font-size=\"9pt\" fo:color=\"#3d4247\""},
    {"Footer", "Footer", "Standard", 0, "", " fo:font-size=\"9pt\" fo:color=\"#3d4247\""}};

static void add_paragraph_style(struct text *xml, const struct paragraph_style *style) {
    text_add_format(xml,
                    "<style:style style:name=\"%s\" style:display-name=\"%s\" "
                    "style:family=\"paragraph\" style:parent-style-name=\"%s\"",
                    style->name, style->shown, style->parent);
    if (style->level > 0)
        text_add_format(xml, " style:default-outline-level=\"%d\"", style->level);
    text_add_format(xml,
                    "><style:paragraph-properties%s/><style:text-properties%s/>"
                    "</style:style>\n",
                    style->paragraph, style->letters);
}

void odt_styles(struct text *xml, const char *title, const char *language) {
    text_add(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles");
    odt_namespaces(xml);
    text_add_format(
        xml,
        ">\n<office:font-face-decls><style:font-face style:name=\"Liberation Sans\" "
        "svg:font-family=\"&apos;Liberation Sans&apos;, Arial, &apos;DejaVu Sans&apos;\" "
        "style:font-family-generic=\"swiss\"/></office:font-face-decls>\n<office:styles>\n"
        "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
        "fo:orphans=\"2\" fo:widows=\"2\" fo:line-height=\"100%%\"/><style:text-properties "
        "style:font-name=\"Liberation Sans\" fo:font-size=\"11pt\" fo:language=\"%s\" "
        "fo:country=\"%s\"/></style:default-style>\n"
        "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>\n",
        language, "none");
    for (size_t i = 0; i < sizeof paragraph_styles / sizeof *paragraph_styles; i++)
        add_paragraph_style(xml, &paragraph_styles[i]);
    text_add(xml, "<style:style style:name=\"Strong_20_Emphasis\" style:display-name=\"Strong "
                  "Emphasis\" style:family=\"text\"><style:text-properties "
                  "fo:font-weight=\"bold\"/></style:style>\n"
                  "</office:styles>\n<office:automatic-styles>\n"
                  "<style:page-layout style:name=\"A4\"><style:page-layout-properties "
                  "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"1.5cm\" "
                  "fo:margin-bottom=\"1.5cm\" fo:margin-left=\"2cm\" fo:margin-right=\"2cm\"/>"
                  "<style:footer-style><style:header-footer-properties "
                  "fo:margin-top=\"0.3cm\"/></style:footer-style></style:page-layout>\n"
                  "</office:automatic-styles>\n<office:master-styles>\n"
                  "<style:master-page style:name=\"Standard\" "
                  "style:page-layout-name=\"A4\"><style:footer><text:p "
                  "text:style-name=\"Footer\">");
    html_add(xml, title);
    text_add(xml, "  <text:page-number text:select-page=\"current\">1</text:page-number> / "
                  "<text:page-count>1</text:page-count></text:p></style:footer>"
                  "</style:master-page>\n</office:master-styles>\n"
                  "</office:document-styles>\n");
}

/* A table is as wide as the paper. Columns of values leave the labels their room.
 */
static void add_column_styles(struct text *xml) {
    for (int columns = 1; columns <= ODT_COLUMN_STYLES; columns++) {
        int values = columns * VALUES < VALUES_MOST ? VALUES : VALUES_MOST / columns;
        text_add_format(xml,
                        "<style:style style:name=\"Label%d\" style:family=\"table-column\">"
                        "<style:table-column-properties style:column-width=\"%dmm\"/>"
                        "</style:style>\n"
                        "<style:style style:name=\"Values%d\" style:family=\"table-column\">"
                        "<style:table-column-properties style:column-width=\"%dmm\"/>"
                        "</style:style>\n",
                        columns, PAPER - columns * values, columns, values);
    }
}

void odt_automatic_styles(struct text *xml) {
    text_add(xml, "<office:automatic-styles>\n");
    add_column_styles(xml);
    text_add(
        xml,
        "<style:style style:name=\"Whole\" style:family=\"table\"><style:table-properties "
        "style:rel-width=\"100%\" style:width=\"17cm\" "
        "table:align=\"margins\"/></style:style>\n"
        "<style:style style:name=\"Row\" "
        "style:family=\"table-row\"><style:table-row-properties "
        "fo:keep-together=\"always\"/></style:style>\n"
        "<style:style style:name=\"Cell\" style:family=\"table-cell\">"
        "<style:table-cell-properties fo:padding=\"0.06cm\" "
        "fo:border-bottom=\"0.5pt solid #8e949b\"/></style:style>\n"
        "<style:style style:name=\"Head\" style:family=\"table-cell\">"
        "<style:table-cell-properties fo:padding=\"0.06cm\" style:vertical-align=\"bottom\" "
        "fo:border-bottom=\"1pt solid #3d4247\"/></style:style>\n"
        "<style:style style:name=\"Picture\" style:family=\"graphic\">"
        "<style:graphic-properties style:vertical-pos=\"middle\" "
        "style:vertical-rel=\"line\"/></style:style>\n"
        "<text:list-style style:name=\"Points\"><text:list-level-style-bullet text:level=\"1\" "
        "text:bullet-char=\"•\"><style:list-level-properties "
        "text:list-level-position-and-space-mode=\"label-alignment\">"
        "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
        "fo:text-indent=\"-0.5cm\" fo:margin-left=\"0.9cm\"/></style:list-level-properties>"
        "</text:list-level-style-bullet></text:list-style>\n"
        "</office:automatic-styles>\n");
}
