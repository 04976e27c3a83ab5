#include "nachlese/pdf_file.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

/* Bytes of a file, or some of them. */
struct bytes {
    char *first;
    size_t length;
};

static struct bytes read_all(int descriptor) {
    struct stat status;
    struct bytes bytes = {0};
    if (fstat(descriptor, &status) != 0 || status.st_size <= 0)
        return bytes;
    bytes.first = memory_allocate((size_t)status.st_size, 1);
    while (bytes.length < (size_t)status.st_size) {
        ssize_t size = pread(descriptor, bytes.first + bytes.length,
                             (size_t)status.st_size - bytes.length, (off_t)bytes.length);
        if (size <= 0)
            break;
        bytes.length += (size_t)size;
    }
    return bytes;
}

static bool write_all(int descriptor, struct bytes bytes) {
    size_t done = 0;
    while (done < bytes.length) {
        ssize_t size = pwrite(descriptor, bytes.first + done, bytes.length - done, (off_t)done);
        if (size <= 0)
            return false;
        done += (size_t)size;
    }
    return true;
}

/* Where text begins in the bytes; NULL where it does not. */
static char *find(struct bytes bytes, const char *text) {
    return bytes.length == 0 ? NULL : memmem(bytes.first, bytes.length, text, strlen(text));
}

/* The bytes from place to the end of these. */
static struct bytes behind(struct bytes bytes, const char *place) {
    size_t skipped = (size_t)(place - bytes.first);
    return (struct bytes){bytes.first + skipped, bytes.length - skipped};
}

static bool ends_name(char byte) {
    return isspace((unsigned char)byte) || strchr("/<>[]()%", byte) != NULL;
}

/* The slash of that name in the dictionary; NULL where it is not there. */
static char *find_name(struct bytes dictionary, const char *name) {
    for (char *at = find(dictionary, name); at != NULL;
         at = find(behind(dictionary, at + 1), name)) {
        struct bytes rest = behind(dictionary, at + strlen(name));
        if (rest.length > 0 && ends_name(rest.first[0]))
            return at;
    }
    return NULL;
}

/* Where its value begins; NULL where it is not there. */
static char *find_value(struct bytes dictionary, const char *name) {
    const char *at = find_name(dictionary, name);
    if (at == NULL)
        return NULL;
    struct bytes rest = behind(dictionary, at + strlen(name));
    while (rest.length > 0 && isspace((unsigned char)rest.first[0]))
        rest = behind(rest, rest.first + 1);
    return rest.length > 0 ? rest.first : NULL;
}

/* Whether the dictionary holds that name with that value, as in "/S /TH". */
static bool has(struct bytes dictionary, const char *name, const char *value) {
    const char *found = find_value(dictionary, name);
    if (found == NULL)
        return false;
    struct bytes rest = behind(dictionary, found);
    size_t length = strlen(value);
    return rest.length >= length && memcmp(rest.first, value, length) == 0 &&
           (rest.length == length || ends_name(rest.first[length]));
}

/* An indirect object: what is before its stream or its end, and the stream. */
struct object {
    struct bytes dictionary, stream;
};

/* The word that begins the stream of a dictionary: behind its end, and at the end of a line, as
 * it never is in a text. NULL where there is none. */
static char *find_stream(struct bytes dictionary) {
    for (char *word = find(dictionary, "stream"); word != NULL;
         word = find(behind(dictionary, word + 1), "stream")) {
        const char *before = word;
        while (before > dictionary.first && isspace((unsigned char)before[-1]))
            before--;
        if (before > dictionary.first && before[-1] == '>' &&
            strchr("\r\n", word[strlen("stream")]) != NULL)
            return word;
    }
    return NULL;
}

/* The data behind that word; empty where no end of them is found. */
static struct bytes stream_at(struct bytes bytes, const char *word) {
    struct bytes data = behind(bytes, word + strlen("stream"));
    data = behind(data, data.first + (data.first[0] == '\r' ? 2 : 1));
    const char *end = find(data, "endstream");
    data.length = end != NULL ? (size_t)(end - data.first) : 0;
    return data;
}

/* Cuts the next object, or what is behind the last one, from rest. False at the end. */
static bool take_object(struct bytes *rest, struct object *object) {
    if (rest->length == 0)
        return false;
    const char *end = find(*rest, "endobj");
    size_t length = end != NULL ? (size_t)(end - rest->first) : rest->length;
    *object = (struct object){.dictionary = {rest->first, length}};
    const char *word = end != NULL ? find_stream(object->dictionary) : NULL;
    if (word != NULL) {
        object->stream = stream_at(*rest, word);
        object->dictionary.length = (size_t)(word - rest->first);
        /* Packed bytes may look like the end of an object. */
        end = find(behind(*rest, object->stream.first + object->stream.length), "endobj");
    }
    *rest = end != NULL ? behind(*rest, end + strlen("endobj")) : (struct bytes){0};
    return true;
}

/* --- what must not stay --- */

/* Overwrites the name and its value, from the byte that opens it to the one that ends it, with
 * blanks; no other value. */
static void blank(struct bytes dictionary, const char *name, char opens, char ends) {
    char *at = find_name(dictionary, name), *value = find_value(dictionary, name);
    if (value == NULL || *value != opens)
        return;
    struct bytes rest = behind(dictionary, value);
    const char *end = memchr(rest.first, ends, rest.length);
    if (end != NULL)
        memset(at, ' ', (size_t)(end + 1 - at));
}

/* A packet that says nothing, in the room of the one that claims a standard; unpacked, since
 * what is packed has no length of our choice. Where it has no room, the other stays. */
static void empty_metadata(const struct object *object) {
    static const char head[] = "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>";
    static const char tail[] = "<?xpacket end=\"r\"?>", packed[] = "/FlateDecode";
    struct bytes stream = object->stream;
    /* The end of line before "endstream" is not of the data. */
    while (stream.length > 0 && isspace((unsigned char)stream.first[stream.length - 1]))
        stream.length--;
    char *filter = find_name(object->dictionary, "/Filter");
    if (stream.length < strlen(head) + strlen(tail) ||
        (filter != NULL && !has(object->dictionary, "/Filter", packed)))
        return;
    if (filter != NULL)
        memset(filter, ' ',
               (size_t)(find_value(object->dictionary, "/Filter") - filter) + strlen(packed));
    memset(stream.first, ' ', stream.length);
    memcpy(stream.first, head, strlen(head));
    memcpy(stream.first + stream.length - strlen(tail), tail, strlen(tail));
}

bool pdf_file_settle(int descriptor) {
    struct bytes bytes = read_all(descriptor), rest = bytes;
    struct object object;
    while (take_object(&rest, &object)) {
        blank(object.dictionary, "/CreationDate", '(', ')');
        blank(object.dictionary, "/ModDate", '(', ')');
        blank(object.dictionary, "/ID", '[', ']');
        if (has(object.dictionary, "/Type", "/Metadata"))
            empty_metadata(&object);
    }
    bool written = bytes.length > 0 && write_all(descriptor, bytes);
    free(bytes.first);
    return written;
}

/* --- what is in it --- */

static void count_object(struct pdf_tags *tags, struct bytes dictionary) {
    static const char *const headings[] = {"/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"};
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        tags->headings += has(dictionary, "/S", headings[i]);
    tags->tables += has(dictionary, "/S", "/Table");
    if (has(dictionary, "/S", "/TH")) {
        tags->head_cells++;
        tags->scoped += find_value(dictionary, "/Scope") != NULL;
    }
    if (has(dictionary, "/S", "/Figure")) {
        tags->pictures++;
        tags->described += find_value(dictionary, "/Alt") != NULL;
    }
}

static struct bytes read_path(const char *path) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return (struct bytes){0};
    struct bytes bytes = read_all(descriptor);
    close(descriptor);
    return bytes;
}

struct pdf_tags pdf_file_count(const char *path) {
    struct bytes bytes = read_path(path), rest = bytes;
    struct pdf_tags tags = {.counted = bytes.length > 0};
    struct object object;
    while (take_object(&rest, &object)) {
        if (has(object.dictionary, "/Type", "/ObjStm"))
            tags.counted = false;
        count_object(&tags, object.dictionary);
    }
    free(bytes.first);
    return tags.counted ? tags : (struct pdf_tags){0};
}

bool pdf_file_claims_nothing(const char *path) {
    struct bytes bytes = read_path(path), rest = bytes;
    bool nothing = bytes.length > 0;
    struct object object;
    while (take_object(&rest, &object))
        if (has(object.dictionary, "/Type", "/Metadata") &&
            (find_value(object.dictionary, "/Filter") != NULL ||
             find(object.stream, "/ns/id/") != NULL))
            nothing = false;
    free(bytes.first);
    return nothing;
}
