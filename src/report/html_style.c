#include "report/html_style.h"

#include "base/digest.h"
#include "base/picture_colour.h"

/* Several strings, because a compiler need not take one that long. No "<" and no "&": the page
 * is XML too. */
static const char *const sheets[] = {
    /* Colours and letters. */
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--quiet:#4a4f55;--line:#c4c9cf;"
    "--link:#0a4d8c;--shade:#f2f4f6;--bar:#2a6099;--rest:#dce2e8;--notice:#fff1c9;"
    "--edge:#9a6b00}\n"
    "@media screen and (prefers-color-scheme:dark){"
    ":root{--paper:#14171a;--ink:#e6e6e6;--quiet:#b6bdc4;"
    "--line:#474e56;--link:#8fc5ff;--shade:#20252a;--bar:#7db7ee;--rest:#3a424b;"
    "--notice:#3d3208;--edge:#d9a93a}}\n"
    "html{font:1.0625rem/1.55 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\","
    "\"Liberation Sans\",\"DejaVu Sans\",Arial,sans-serif;background:var(--paper);"
    "color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0}\n"
    "main{max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;overflow-wrap:break-word}\n"
    "h1,h2,h3,h4{line-height:1.25;text-wrap:balance}\n"
    "h1{font-size:1.9rem;margin:0 0 .3rem}\n"
    "h2{font-size:1.45rem;margin:3rem 0 1rem;padding-top:.8rem;"
    "border-top:3px solid var(--bar)}\n"
    "h3{font-size:1.15rem;margin:2.4rem 0 .6rem}\n"
    "h4{font-size:1rem;margin:1.6rem 0 .5rem}\n"
    "h2 .number,h3 .number{color:var(--quiet);font-weight:400;margin-right:.35em}\n"
    "p,ul,dl{margin:0 0 .9rem}\n"
    "ul{padding-left:1.3rem}\n"
    "li{margin-bottom:.3rem}\n"
    "a{color:var(--link)}a[href^=tel]{white-space:nowrap}\n"
    ":focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
    ".subtitle{color:var(--quiet)}\n"
    ".subtitle{font-size:1.1rem}\n"
    ".indented{margin-left:1.2rem;overflow-wrap:anywhere}\n"
    ".notice{border:2px solid var(--edge);background:var(--notice);border-radius:.4rem;"
    "padding:.6rem .9rem;font-weight:600}\n"
    ".remark{border-left:4px solid var(--bar);background:var(--shade);"
    "padding:.7rem 1rem;margin:1.4rem 0}\n"
    "blockquote{margin:0 0 1rem;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--line)}\n"
    "blockquote p{margin:0 0 .5rem}blockquote p:last-child{margin:0}\n"
    ".first h2{margin-top:1.6rem}\n"
    "dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}\n"
    "dt{color:var(--quiet)}dd{margin:0}\n"
    ".skip{position:absolute;left:-200vw}\n"
    ".skip:focus{position:fixed;left:1rem;top:1rem;background:var(--paper);padding:.6rem 1rem;"
    "z-index:2}\n",
    /* Sheets: page one with its findings, the others below a line. */
    ".front h2{font-size:1.2rem;margin:1.7rem 0 .4rem;padding:0;border:0}\n"
    ".where{font-weight:400;font-size:.9em;white-space:nowrap}\n"
    ".sheet>h2,.front "
    ".subtitle{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}\n"
    ".folio{flex:none;white-space:nowrap;font-size:.95rem;font-weight:400;color:var(--quiet)}\n"
    ".letter{border:1px solid var(--line);border-left:4px solid var(--bar);"
    "background:var(--shade);border-radius:.3rem;padding:.8rem 1rem;margin:1rem 0}\n"
    ".letter h2,.letter h3,.letter h4{font-size:1rem;margin:0 0 .5rem;padding:0;border:0}\n"
    ".copy>:last-child{margin-bottom:0}\n",
    /* Tables and pictures. */
    "table{border-collapse:collapse;width:100%;margin:.4rem 0 1.2rem;"
    "font-variant-numeric:tabular-nums;line-height:1.4}\n"
    "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
    "white-space:nowrap}\n"
    "caption.title{position:static;width:auto;height:auto;overflow:visible;clip-path:none;"
    "white-space:normal;text-align:left;font-weight:600;padding:0 0 .4rem;"
    "max-width:calc(100vw - 2rem)}\n"
    "th,td{padding:.35rem .6rem .35rem 0;vertical-align:top;text-align:left;"
    "border-bottom:1px solid var(--line)}\n"
    "thead th,thead td{vertical-align:bottom;border-bottom:2px solid var(--quiet)}\n"
    "th[scope=colgroup]{border-bottom:1px solid var(--line);padding-left:.6rem}\n"
    "tbody th{font-weight:400;overflow-wrap:anywhere;hyphens:auto;min-width:10rem}\n"
    "th.part{padding-left:1.2rem}\n"
    "th.figure,td.figure{text-align:right;padding-left:.6rem;padding-right:0}\n"
    ".figure+td:not(.figure),.figure+th:not(.figure){padding-left:1.4rem}\n"
    "td.figure{white-space:nowrap}\n"
    ".fits th.figure{hyphens:auto;width:8.2rem}\n"
    ".note{font-size:.93rem;color:var(--quiet);margin:-.6rem 0 1rem}\n"
    ".note+.note{margin-top:-.8rem}\n"
    ".sign{display:inline-block;min-width:1.1em}\n"
    "td.beside{width:14rem}.beside .bar{float:left;width:calc(100% - 6.2rem);"
    "height:.7rem;margin-top:.32rem}\n"
    ".bar{display:block;width:100%;height:.5rem;margin-top:.15rem}\n"
    ".bar rect{fill:var(--bar)}.bar .rest{fill:var(--rest)}\n"
    ".scroll{position:relative;overflow-x:auto;max-width:100%;margin:0 0 1rem}\n"
    ".scroll table,.fits table{margin-bottom:.4rem}\n"
    ".fits{margin:0 0 .6rem}\n"
    ".picture{margin:1.4rem 0}\n"
    "figcaption{font-weight:600;margin-bottom:.5rem}\n"
    ".picture svg{display:block;max-width:100%;height:auto}\n"
    ".slim,.paper{display:none}\n"
    /* Pictures count in the order in which they are shown; what is left out counts nothing. */
    "main{counter-reset:picture}"
    ".count::before{counter-increment:picture;content:counter(picture)}\n"
    ".pictured .bar{display:none}.pictured td.beside{width:auto}\n"
    /* The table of contents. */
    "nav{margin:2.5rem 0;padding:1rem 1.2rem;background:var(--shade);border-radius:.5rem}\n"
    "nav h2{margin:0 0 .6rem;padding:0;border:0;font-size:1.15rem}\n"
    "nav ul{list-style:none;margin:0;padding:0}\n"
    "nav li{margin:0}\n"
    "nav a{display:flex;padding:.2rem 0;text-decoration:none}\n"
    "nav a:hover{text-decoration:underline}\n"
    "nav ul ul{padding-left:1.3rem;font-size:.93rem}\n"
    "nav .number{flex:none;min-width:1.5rem;margin-right:.45rem}\n"
    "nav ul ul .number{min-width:2.2rem}\n",
    /* Wide screens: contents beside the text. Narrow ones: wide things scroll by themselves. */
    "@media screen and (min-width:76rem){"
    "main{margin-left:max(22rem,calc(50vw - 22rem))}"
    "nav{position:fixed;left:0;top:0;bottom:0;width:17.5rem;margin:0;border-radius:0;"
    "overflow-y:auto;font-size:.95rem;padding:1.5rem 1rem}}\n"
    /* Letters of a wide picture would be too small to read. */
    "@media screen and (max-width:45rem){"
    ".wide{display:none}.slim{display:block}.slim svg{width:100%;max-width:25rem}}\n"
    "@media screen and (max-width:40rem){"
    "html{font-size:1rem}main{padding:1rem 1rem 3rem}h1{font-size:1.5rem}h2{font-size:1.3rem}"
    ".front h2{font-size:1.1rem}"
    "dl.facts{display:block}dd{margin-bottom:.4rem}"
    ".picture>:not(figcaption){margin-left:-.5rem;margin-right:-.5rem}"
    "table{font-size:.9rem}tbody th{min-width:9.4rem}"
    ".narrow th{min-width:0;overflow-wrap:anywhere}"
    "th,td{padding-right:.3rem}th.figure,td.figure{padding-left:.45rem}"
    ".scroll tbody th{position:sticky;left:0;background:var(--paper);"
    "max-width:12rem}}\n"
    "@media screen and (max-width:30rem){"
    /* A label has a line of its own, and the figures are below it, all columns as wide. */
    ".fits tr{display:flex;flex-wrap:wrap;align-items:flex-end;"
    "border-bottom:1px solid var(--line)}"
    ".fits tbody th,.fits tbody td,.fits thead th,.fits thead td{border:0}"
    ".fits tbody th{flex:0 0 100%;padding-bottom:0}.fits td,.fits thead th{flex:1 1 0;"
    "min-width:0}.fits thead td{display:none}.fits thead tr:last-child>th:first-child{flex:0 0 "
    "100%}.fits thead tr{border-bottom:2px solid "
    "var(--quiet)}"
    "td.beside{width:auto}.beside .bar{width:calc(100% - 5.4rem)}}\n"
    /* Four columns of "25 von 35" fit on the smallest phones, too. */
    "@media screen and (max-width:22rem){"
    ".fits table{font-size:.8rem}.fits th.figure,.fits td.figure{padding-left:.2rem}}\n"
    "@media (prefers-contrast:more){:root{--quiet:var(--ink);--line:var(--ink)}}\n",
    /* Paper. Below each page its title and number; Chromium knows the number alone. */
    "@page{size:A4;margin:12mm 18mm 16mm;"
    "@bottom-left{content:string(title);width:80%;"
    "font:9pt \"Liberation Sans\",\"DejaVu Sans\",Arial,sans-serif;"
    "color:#3d4247;vertical-align:top;padding-top:3mm}"
    "@bottom-right{content:counter(page) \" / \" counter(pages);"
    "font:9pt \"Liberation Sans\",\"DejaVu Sans\",Arial,sans-serif;color:#3d4247;"
    "vertical-align:top;padding-top:3mm}}\n"
    "@media print{"
    ":root{--paper:#fff;--ink:#000;--quiet:#3d4247;--line:#8e949b;--link:#000;--shade:#f2f4f6;"
    "--bar:#2a6099;--rest:#dce2e8;--notice:#fff;--edge:#000;color-scheme:light}"
    "html{font:11pt/1.3 \"Liberation Sans\",\"DejaVu Sans\",Arial,sans-serif}"
    "main{max-width:none;padding:0}"
    ".skip{display:none}"
    "h1{font-size:15pt;string-set:title content()}h2{font-size:13.5pt;margin-top:8mm}"
    "h3{font-size:11.5pt;margin-top:5mm}h4{font-size:11pt;margin-top:4mm}"
    ".subtitle{font-size:11pt}"
    "p,ul,dl{margin-bottom:2mm}li{margin-bottom:.6mm}"
    "h1,h2,h3,h4,figcaption,caption,.question h3+p,thead{break-after:avoid}"
    "h2,h3,tr,li,.short,.fits,p,figure,.notice,.remark,.letter{break-inside:avoid}"
    ".sheet{break-before:page}.front{break-before:avoid}"
    ".sheet>h2{margin:0 0 4mm;padding-top:2mm}"
    ".front{line-height:1.24}"
    ".front h2{font-size:11pt;margin:2.4mm 0 .4mm;padding:0}"
    ".front p,.front dl{margin-bottom:1mm}.front table{margin:0 0 .8mm}.front .fits{margin:0}"
    ".front+nav{display:none}"
    ".folio{font-size:10pt}.remark{margin:3mm 0}"
    /* What says how a table counts stays with it, and the last words are not alone. */
    "p+.scroll,p+.fits,p+.indented,p+blockquote,main>.notice:last-child,.note{"
    "break-before:avoid}"
    ".notice{margin-bottom:3mm;padding:1.5mm 2.5mm}"
    /* Makers of PDF know no variables in a border, and no grid. */
    "h2{border-top:2pt solid #2a6099}th,td{border-bottom:.5pt solid #8e949b}"
    "thead th,thead td{border-bottom:1pt solid #3d4247}.notice{border:1.5pt solid #000}"
    ".front h2,.letter h2,nav h2{border:0}"
    ".remark{border-left:3pt solid #2a6099}blockquote{border-left:2pt solid #b5bac0}"
    ".letter{border:.5pt solid #8e949b;border-left:3pt solid #2a6099;background:none;"
    "padding:2mm 3mm;margin:2.5mm 0}"
    "dl.facts{display:block}dt{float:left;clear:left;width:26mm}dd{margin-left:28mm}"
    "thead{display:table-header-group}"
    "table{font-size:10pt;line-height:1.25;margin:1mm 0 1.5mm}.scroll{overflow:visible}"
    ".fits,.scroll{margin-bottom:2mm}"
    "td,th{padding-top:.5mm;padding-bottom:.5mm}"
    /* Room for the labels. */
    ".fits th.figure{width:23mm}"
    ".bar{height:1.8mm;margin-top:.2mm}td.beside{width:62mm}"
    ".beside .bar{width:36mm;height:2.6mm;margin-top:.7mm}"
    ".note{font-size:9pt;margin:0 0 2mm}.note+.note{margin-top:-1.5mm}"
    /* To try each letter as the end of a line takes a maker of PDF a quarter of its time. */
    "tbody th{overflow-wrap:break-word}tbody th.long{overflow-wrap:anywhere}"
    ".picture{margin:3mm 0}.picture svg{width:100%;max-height:230mm}"
    ".slim,.tall,.screen{display:none}"
    ".paper{display:block}span.paper{display:inline}"
    ".pictured .bar{display:block}.pictured td.beside{width:62mm}"
    "caption{display:none}caption.title{display:table-caption}"
    "nav{background:none;padding:0;margin:0;break-before:page;font-size:9pt;"
    "line-height:1.32}"
    "nav a{display:block;padding:0 1.5mm 0 0}nav .number{display:inline-block}"
    "a{text-decoration:none;color:inherit}}\n"
    "@media print{nav a::after{content:leader(\".\") target-counter(attr(href),page)}}\n"};

void html_style(struct text *style) {
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        text_add(style, sheets[i]);
    text_add(style, "@media screen and (prefers-color-scheme:dark){\n");
    picture_colour_add_rules(style, ".picture ");
    text_add(style, "}\n");
}

static unsigned nibble(char digit) {
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

void html_style_source(struct text *source) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char hexadecimal[DIGEST_SIZE];
    struct text style = {0};
    html_style(&style);
    digest_bytes(style.bytes, style.length, hexadecimal);
    text_free(&style);
    text_add(source, "'sha256-");
    /* RFC 4648: three bytes, that is six hexadecimal digits, make four letters; of the 32 bytes
     * two are left over. */
    for (size_t i = 0; i < DIGEST_SIZE - 1; i += 6) {
        unsigned group = 0;
        size_t digits = DIGEST_SIZE - 1 - i < 6 ? 4 : 6;
        for (size_t k = 0; k < 6; k++)
            group = group << 4 | (k < digits ? nibble(hexadecimal[i + k]) : 0);
        text_add_byte(source, letters[group >> 18]);
        text_add_byte(source, letters[group >> 12 & 63]);
        text_add_byte(source, letters[group >> 6 & 63]);
        text_add_byte(source, digits == 6 ? letters[group & 63] : '=');
    }
    text_add_byte(source, '\'');
}
