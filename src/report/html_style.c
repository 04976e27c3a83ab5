#include "report/html_style.h"

#include "base/digest.h"

/* Several strings, because a compiler need not take one that long. No "<" and no "&": the page
 * is XML too. */
static const char *const sheets[] = {
    /* Colours and letters. */
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--quiet:#4a4f55;--line:#c4c9cf;"
    "--link:#0a4d8c;--shade:#f2f4f6;--bar:#2a6099;--rest:#dce2e8;--notice:#fff1c9;"
    "--edge:#9a6b00}\n"
    "@media (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e6e6e6;--quiet:#b6bdc4;"
    "--line:#474e56;--link:#8fc5ff;--shade:#20252a;--bar:#7db7ee;--rest:#3a424b;"
    "--notice:#3d3208;--edge:#d9a93a}}\n"
    "html{font:1.0625rem/1.55 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\","
    "\"Liberation Sans\",\"DejaVu Sans\",Arial,sans-serif;background:var(--paper);"
    "color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0}\n"
    "main{max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;overflow-wrap:break-word}\n"
    "h1,h2,h3{line-height:1.25;text-wrap:balance}\n"
    "h1{font-size:1.9rem;margin:0 0 .3rem}\n"
    "h2{font-size:1.45rem;margin:3rem 0 1rem;padding-top:.8rem;"
    "border-top:3px solid var(--bar)}\n"
    "h3{font-size:1.15rem;margin:2.4rem 0 .6rem}\n"
    "h2 .number,h3 .number{color:var(--quiet);font-weight:400;margin-right:.35em}\n"
    "p,ul,dl{margin:0 0 .9rem}\n"
    "ul{padding-left:1.3rem}\n"
    "li{margin-bottom:.3rem}\n"
    "a{color:var(--link)}\n"
    ":focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
    ".subtitle{color:var(--quiet)}\n"
    ".subtitle{font-size:1.1rem}\n"
    ".indented{margin-left:1.2rem;overflow-wrap:anywhere}\n"
    ".notice{border:2px solid var(--edge);background:var(--notice);border-radius:.4rem;"
    "padding:.6rem .9rem;font-weight:600}\n"
    ".remark{border-left:4px solid var(--bar);background:var(--shade);"
    "padding:.7rem 1rem;margin:1.8rem 0 0}\n"
    "blockquote{margin:0 0 1rem;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--line)}\n"
    "blockquote p{margin:0 0 .5rem}blockquote p:last-child{margin:0}\n"
    ".first h2{margin-top:1.6rem}\n"
    "dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}\n"
    "dt{color:var(--quiet)}dd{margin:0}\n"
    ".skip{position:absolute;left:-200vw}\n"
    ".skip:focus{position:fixed;left:1rem;top:1rem;background:var(--paper);padding:.6rem 1rem;"
    "z-index:2}\n",
    /* Tables and pictures. */
    "table{border-collapse:collapse;width:100%;margin:.4rem 0 1.2rem;"
    "font-variant-numeric:tabular-nums;line-height:1.4}\n"
    "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
    "white-space:nowrap}\n"
    "th,td{padding:.35rem .6rem .35rem 0;vertical-align:top;text-align:left;"
    "border-bottom:1px solid var(--line)}\n"
    "thead th{vertical-align:bottom;border-bottom:2px solid var(--quiet)}\n"
    "tbody th{font-weight:400;overflow-wrap:anywhere;hyphens:auto;min-width:10rem}\n"
    "th.part{padding-left:1.2rem}\n"
    "th.figure,td.figure{text-align:right;padding-left:.6rem;padding-right:0}\n"
    ".figure+td:not(.figure),.figure+th:not(.figure){padding-left:1.4rem}\n"
    "td.figure{white-space:nowrap}\n"
    "td.drawn{width:11rem}\n"
    ".bar{display:block;width:100%;height:.5rem;margin-top:.15rem}\n"
    ".bar rect{fill:var(--bar)}.bar .rest{fill:var(--rest)}\n"
    ".scroll{position:relative;overflow-x:auto;max-width:100%;margin:0 0 1rem}\n"
    ".scroll table{margin-bottom:.4rem}\n"
    ".chart{margin:1rem 0;padding:.6rem;background:#fff;color:#000;border-radius:.5rem;"
    "border:1px solid var(--line)}\n"
    ".chart .scroll{margin:0}\n"
    ".chart svg{display:block;max-width:100%;height:auto;margin:0 auto}\n"
    "details{margin:0 0 1.2rem}\n"
    "summary{cursor:pointer;color:var(--link);padding:.3rem 0}\n"
    "details[open]{border-left:3px solid var(--line);padding-left:.9rem}\n"
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
    "@media screen and (max-width:40rem){"
    "html{font-size:1rem}main{padding:1rem 1rem 3rem}h1{font-size:1.5rem}h2{font-size:1.3rem}"
    "dl.facts{display:block}dd{margin-bottom:.4rem}"
    ".chart{padding:.3rem;margin-left:-.5rem;margin-right:-.5rem}"
    ".chart svg{min-width:33rem}"
    "td.drawn{width:6.5rem}table{font-size:.9rem}tbody th{min-width:9.4rem}"
    ".narrow th{min-width:0;overflow-wrap:anywhere}"
    "th,td{padding-right:.3rem}th.figure,td.figure{padding-left:.45rem}"
    ".scroll tbody th{position:sticky;left:0;background:var(--paper);"
    "max-width:12rem}}\n"
    "@media (prefers-contrast:more){:root{--quiet:var(--ink);--line:var(--ink)}}\n",
    /* Paper. Below each page its title and number; Chromium knows the number alone. */
    "@page{size:A4;margin:16mm 18mm 20mm;"
    "@bottom-left{content:string(title);width:80%;font:8pt \"DejaVu Sans\",sans-serif;"
    "color:#3d4247;vertical-align:top;padding-top:4mm}"
    "@bottom-right{content:counter(page) \" / \" counter(pages);"
    "font:8pt \"DejaVu Sans\",sans-serif;color:#3d4247;vertical-align:top;padding-top:4mm}}\n"
    "@media print{"
    ":root{--paper:#fff;--ink:#000;--quiet:#3d4247;--line:#b5bac0;--link:#000;--shade:#f2f4f6;"
    "--bar:#2a6099;--rest:#dce2e8;--notice:#fff;--edge:#000;color-scheme:light}"
    /* The letters of the pictures, too. */
    "html{font:9.5pt/1.42 \"DejaVu Sans\",\"Liberation Sans\",Arial,sans-serif}"
    "main{max-width:none;padding:0}"
    ".skip{display:none}"
    "h1{font-size:17pt;string-set:title content()}h2{font-size:13.5pt;margin-top:8mm}"
    "h3{font-size:11pt;margin-top:6mm}"
    "p,ul,dl{margin-bottom:2.4mm}"
    "h1,h2,h3,.question h3+p,thead{break-after:avoid}"
    "h2,h3,tr,li,.short,p,figure,.chart,.notice,.remark{break-inside:avoid}"
    /* What says how a table counts stays with it, and the last words are not alone. */
    "p+.scroll,p+.indented,p+blockquote,main>.notice:last-child{break-before:avoid}"
    ".notice{margin-bottom:5mm}"
    /* Makers of PDF know no variables in a border, and no grid. */
    "h2{border-top:2pt solid #2a6099}th,td{border-bottom:.5pt solid #b5bac0}"
    "thead th{border-bottom:1pt solid #3d4247}.notice{border:1.5pt solid #000}"
    ".remark{border-left:3pt solid #2a6099}blockquote{border-left:2pt solid #b5bac0}"
    "nav h2{border:0}"
    "dl.facts{display:block}dt{float:left;clear:left;width:26mm}dd{margin-left:28mm}"
    "thead{display:table-header-group}"
    "table{font-size:8.5pt}.scroll{overflow:visible}"
    "td,th{padding-top:.7mm;padding-bottom:.7mm}"
    /* To try each letter as the end of a line takes a maker of PDF a quarter of its time. */
    "tbody th{overflow-wrap:break-word}tbody th.long{overflow-wrap:anywhere}"
    ".chart{padding:0;border:0;margin:2.5mm 0;break-before:avoid}"
    ".chart svg{max-height:200mm;max-width:74%;width:auto;margin:0}"
    "details{border:0;padding:0}details[open]{border:0;padding:0}"
    "summary,caption{display:none}"
    ".secondary{display:none}"
    "nav{background:none;padding:0;margin:0;break-before:page;font-size:8.5pt;"
    "line-height:1.32}"
    "nav a{display:block;padding:0 1.5mm 0 0}nav .number{display:inline-block}"
    "a{text-decoration:none;color:inherit}}\n"
    "@media print{nav a::after{content:leader(\".\") target-counter(attr(href),page)}}\n"
    "@media print{details::details-content{content-visibility:visible;display:block;"
    "block-size:auto}}\n"};

void html_style(struct text *style) {
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        text_add(style, sheets[i]);
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
