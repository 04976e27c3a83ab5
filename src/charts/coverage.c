#include "charts/coverage.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

/* Runs of characters that are both in DejaVu Sans 2.37 and in its bold, without runs of few. */
static const struct {
    ucs4_t first, last;
} runs[] = {
    {0x20, 0x7E},      {0xA0, 0x2E9},    {0x300, 0x34F},   {0x370, 0x377},   {0x37A, 0x37E},
    {0x384, 0x38A},    {0x38E, 0x3A1},   {0x3A3, 0x525},   {0x531, 0x556},   {0x559, 0x55F},
    {0x561, 0x587},    {0x5B0, 0x5C3},   {0x5D0, 0x5EA},   {0x621, 0x63A},   {0x640, 0x655},
    {0x660, 0x670},    {0x679, 0x6BF},   {0x6F0, 0x6F9},   {0x10A0, 0x10C5}, {0x10D0, 0x10FC},
    {0x1E00, 0x1EFB},  {0x1F00, 0x1F15}, {0x1F20, 0x1F45}, {0x2000, 0x2064}, {0x2070, 0x2071},
    {0x2074, 0x208E},  {0x20A0, 0x20B5}, {0x2100, 0x2109}, {0x210B, 0x2149}, {0x2150, 0x2185},
    {0x2190, 0x2311},  {0x2460, 0x2469}, {0x2500, 0x269C}, {0x270C, 0x2727}, {0x2729, 0x274B},
    {0x2761, 0x2794},  {0x27F0, 0x28FF}, {0xFB00, 0xFB06}, {0xFB1D, 0xFB36}, {0xFFFD, 0xFFFD},
    {0x1F600, 0x1F623}};

static bool is_covered(ucs4_t character) {
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        if (character >= runs[i].first && character <= runs[i].last)
            return true;
    return false;
}

bool coverage_replace(struct text *result, const char *string) {
    const uint8_t *bytes = (const uint8_t *)string;
    size_t length = strlen(string);
    bool replaced = false;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        int size = u8_mbtouc(&character, bytes + at, length - at);
        if (is_covered(character))
            text_add_bytes(result, string + at, (size_t)size);
        else
            text_add(result, "\xEF\xBF\xBD");
        replaced = replaced || !is_covered(character);
        at += (size_t)size;
    }
    return replaced;
}
