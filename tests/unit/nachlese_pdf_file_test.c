/* What is taken out of a PDF, without moving a byte, and which tags are counted in one: small
 * files written here, as Chromium and two versions of WeasyPrint write theirs. */
#include "nachlese/pdf_file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char path[] = "/tmp/nachlese-pdf-XXXXXX";

/* Settles a file of these bytes and hands back what it then holds. */
static const char *settle(const char *bytes, size_t length) {
    static char found[4096];
    int descriptor = open(path, O_RDWR | O_TRUNC);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, length), length);
    assert_true(pdf_file_settle(descriptor));
    memset(found, 0, sizeof found);
    assert_int_equal(pread(descriptor, found, sizeof found - 1, 0), length);
    close(descriptor);
    return found;
}

static struct pdf_tags count(const char *bytes) {
    int descriptor = open(path, O_RDWR | O_TRUNC);
    assert_int_equal(write(descriptor, bytes, strlen(bytes)), strlen(bytes));
    close(descriptor);
    return pdf_file_count(path);
}

static void dates_become_blanks(void **state) {
    (void)state;
    static const char file[] = "%PDF-1.4\n1 0 obj\n<</Title (On /ModDate)\n"
                               "/CreationDate (D:20261130084724+00'00')\n"
                               "/ModDate (D:20261130084724+00'00')>>\nendobj\n"
                               "trailer\n<</ID [<00ff> <00ff>] /Size 2>>\n%%EOF";
    const char *found = settle(file, sizeof file - 1);
    assert_null(strstr(found, "2026"));
    assert_null(strstr(found, "00ff"));
    assert_non_null(strstr(found, "/Title (On /ModDate)"));
    assert_non_null(strstr(found, "/Size 2>>\n%%EOF"));
}

/* The identifier of a head cell is no date. */
static void other_identifiers_stay(void **state) {
    (void)state;
    static const char file[] = "%PDF-1.4\n1 0 obj\n<</S /TH/ID (node7)>>\nendobj\n%%EOF";
    assert_string_equal(settle(file, sizeof file - 1), file);
}

#define CLAIM                                                                                  \
    "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<rdf:RDF "                        \
    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><rdf:Description rdf:about=\"\" "      \
    "pdfuaid:part=\"1\" /></rdf:RDF>\n<?xpacket end=\"r\"?>"

static void a_claim_goes(void **state) {
    (void)state;
    static const char file[] =
        "%PDF-1.7\n5 0 obj\n<</Type /Metadata/Subtype /XML/Length 226>>\nstream\n" CLAIM
        "\nendstream\nendobj\n6 0 obj\n<<>>\nendobj\n%%EOF";
    const char *found = settle(file, sizeof file - 1);
    assert_null(strstr(found, "pdfuaid"));
    assert_non_null(strstr(found, "stream\n<?xpacket begin"));
    assert_non_null(strstr(found, "<?xpacket end=\"r\"?>\nendstream\nendobj\n6 0 obj"));
    assert_true(pdf_file_claims_nothing(path));
}

/* Packed bytes, among them what looks like the end of an object. */
static void a_packed_claim_goes(void **state) {
    (void)state;
    char file[600], packed[300];
    memset(packed, '\x9c', sizeof packed);
    memcpy(packed + 40, "endobj", 6);
    memcpy(file, "%PDF-1.7\n5 0 obj\n", 17);
    size_t length = 17;
    static const char head[] = "<</Type /Metadata/Filter /FlateDecode/Length 300>>\nstream\n";
    static const char tail[] = "\nendstream\nendobj\n%%EOF";
    memcpy(file + length, head, strlen(head)), length += strlen(head);
    memcpy(file + length, packed, sizeof packed), length += sizeof packed;
    memcpy(file + length, tail, strlen(tail)), length += strlen(tail);
    const char *found = settle(file, length);
    assert_null(strstr(found, "FlateDecode"));
    assert_null(strchr(found, '\x9c'));
    assert_non_null(strstr(found, "/Length 300>>\nstream\n<?xpacket begin"));
    assert_non_null(strstr(found, tail));
    assert_true(pdf_file_claims_nothing(path));
}

/* Where there is no room for an empty packet, nothing is cut. */
static void a_claim_without_room_stays(void **state) {
    (void)state;
    static const char file[] = "%PDF-1.7\n5 0 obj\n<</Type /Metadata/Length 25>>\nstream\n"
                               "www.aiim.org/pdfua/ns/id/\nendstream\nendobj\n%%EOF";
    assert_string_equal(settle(file, sizeof file - 1), file);
    assert_false(pdf_file_claims_nothing(path));
}

static void tags_are_counted(void **state) {
    (void)state;
    struct pdf_tags tags = count(
        "%PDF-1.4\n1 0 obj\n<</Type /StructElem /S /H2>>\nendobj\n"
        "2 0 obj\n<</Type /StructElem\n/S /Table>>\nendobj\n"
        "3 0 obj\n<</Type /StructElem\n/S /TH\n/A [<</O /Table\n/Scope /Row>>]>>\nendobj\n"
        "4 0 obj\n<</Type /StructElem\n/S /TH>>\nendobj\n"
        "5 0 obj\n<</Type /StructElem\n/S /THead>>\nendobj\n"
        "6 0 obj\n<</Length 20>>\nstream\n/Type /StructElem /S /TH\nendstream\nendobj\n");
    assert_true(tags.counted);
    assert_int_equal(tags.headings, 1);
    assert_int_equal(tags.tables, 1);
    assert_int_equal(tags.head_cells, 2);
    assert_int_equal(tags.scoped, 1);
}

/* A frame around a described picture is none of its own; a bare one is. */
static void frames_are_no_pictures(void **state) {
    (void)state;
    struct pdf_tags tags =
        count("%PDF-1.4\n1 0 obj\n<</Type /StructElem /S /Figure /P 9 0 R>>\nendobj\n"
              "2 0 obj\n<</Type /StructElem /S /NonStruct /P 1 0 R>>\nendobj\n"
              "3 0 obj\n<</Type /StructElem /S /Figure /Alt <FEFF0041> /P 2 0 R>>\nendobj\n"
              "4 0 obj\n<</Type /StructElem /S /Figure /P 9 0 R>>\nendobj\n"
              "8 0 obj\n<</Type /StructElem /S /Figure /Alt (B) /P 8 0 R>>\nendobj\n");
    assert_int_equal(tags.pictures, 3);
    assert_int_equal(tags.described, 2);
}

static void packed_objects_are_not_counted(void **state) {
    (void)state;
    struct pdf_tags tags = count("%PDF-1.5\n1 0 obj\n<</Type /StructElem /S /H2>>\nendobj\n"
                                 "2 0 obj\n<</Type /ObjStm>>\nstream\nx\nendstream\nendobj\n");
    assert_false(tags.counted);
    assert_int_equal(tags.headings, 0);
    assert_false(count("").counted);
    assert_false(pdf_file_count("/nonexistent/file").counted);
}

static void broken_files_end(void **state) {
    (void)state;
    static const char *const files[] = {
        "1 0 obj <</ID", "1 0 obj <</Type /Metadata>> stream\nendobj",
        "1 0 obj <</Type /Metadata>> stream\r", "endobjendobj", "/CreationDate (D:"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        assert_string_equal(settle(files[i], strlen(files[i])), files[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_become_blanks),
        cmocka_unit_test(other_identifiers_stay),
        cmocka_unit_test(a_claim_goes),
        cmocka_unit_test(a_packed_claim_goes),
        cmocka_unit_test(a_claim_without_room_stays),
        cmocka_unit_test(tags_are_counted),
        cmocka_unit_test(frames_are_no_pictures),
        cmocka_unit_test(packed_objects_are_not_counted),
        cmocka_unit_test(broken_files_end),
    };
    close(mkstemp(path));
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
