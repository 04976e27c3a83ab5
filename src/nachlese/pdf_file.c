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
 * blanks; no other value, and not a text in which the name occurs. */
static void blank(struct bytes dictionary, const char *name, char opens, char ends) {
    for (char *at = find_name(dictionary, name); at != NULL;
         at = find_name(behind(dictionary, at + 1), name)) {
        const char *value = find_value(behind(dictionary, at), name);
        if (value == NULL || *value != opens)
            continue;
        struct bytes rest = behind(dictionary, value);
        const char *end = memchr(rest.first, ends, rest.length);
        if (end != NULL)
            memset(at, ' ', (size_t)(end + 1 - at));
    }
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

/* A picture among the tags; all else is only on the way from one to another. */
enum picture { NO_PICTURE, BARE_PICTURE, DESCRIBED_PICTURE, FRAME };

/* Of each object, by its number. */
struct tag {
    size_t parent; /* 0: none */
    enum picture picture;
};

struct count {
    struct pdf_tags tags;
    struct tag *list;
    size_t size, capacity;
};

static size_t number_at(const char *digits) {
    return digits != NULL ? strtoul(digits, NULL, 10) : 0;
}

/* From "12 0 obj" at its beginning; 0 where it is no object. */
static size_t object_number(struct bytes dictionary) {
    const char *word = find(dictionary, " 0 obj");
    if (word == NULL)
        return 0;
    while (word > dictionary.first && isdigit((unsigned char)word[-1]))
        word--;
    return number_at(word);
}

static void count_object(struct count *count, struct bytes dictionary) {
    enum { MOST_OBJECTS = 10000000 }; /* a larger number is no number of an object */
    static const char *const headings[] = {"/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"};
    size_t number = object_number(dictionary);
    if (!has(dictionary, "/Type", "/StructElem") || number == 0 || number > MOST_OBJECTS)
        return;
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        count->tags.headings += has(dictionary, "/S", headings[i]);
    count->tags.tables += has(dictionary, "/S", "/Table");
    if (has(dictionary, "/S", "/TH")) {
        count->tags.head_cells++;
        count->tags.scoped += find_value(dictionary, "/Scope") != NULL;
    }
    struct tag tag = {.parent = number_at(find_value(dictionary, "/P"))};
    if (has(dictionary, "/S", "/Figure"))
        tag.picture = find_value(dictionary, "/Alt") != NULL ? DESCRIBED_PICTURE : BARE_PICTURE;
    while (count->size <= number) {
        count->list =
            memory_grow(count->list, count->size, &count->capacity, sizeof *count->list);
        count->list[count->size++] = (struct tag){0};
    }
    count->list[number] = tag;
}

/* What is around a picture with a text is its frame. */
static void find_frames(struct count *count) {
    for (size_t i = 0; i < count->size; i++) {
        if (count->list[i].picture != DESCRIBED_PICTURE)
            continue;
        size_t parent = count->list[i].parent;
        /* No chain is longer than all of them, unless the file is broken. */
        for (size_t j = 0; j < count->size && parent > 0 && parent < count->size; j++) {
            if (count->list[parent].picture == BARE_PICTURE)
                count->list[parent].picture = FRAME;
            parent = count->list[parent].parent;
        }
    }
}

static void count_pictures(struct count *count) {
    find_frames(count);
    for (size_t i = 0; i < count->size; i++) {
        count->tags.described += count->list[i].picture == DESCRIBED_PICTURE;
        count->tags.pictures += count->list[i].picture == DESCRIBED_PICTURE ||
                                count->list[i].picture == BARE_PICTURE;
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
    struct count count = {.tags.counted = bytes.length > 0};
    struct object object;
    while (take_object(&rest, &object)) {
        if (has(object.dictionary, "/Type", "/ObjStm"))
            count.tags.counted = false;
        count_object(&count, object.dictionary);
    }
    count_pictures(&count);
    free(count.list);
    free(bytes.first);
    return count.tags.counted ? count.tags : (struct pdf_tags){0};
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
