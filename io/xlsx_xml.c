/* expat walks; a document type ends the walk before it can declare entities. */

#include <expat.h>
#include <string.h>

#include "io/libraries.h"
#include "io/xlsx_parts.h"
#include "scheduler/base/phrase.h"

struct walking {
    struct xlsx_walk *walk;
    XML_Parser parser;
    int depth;
    bool is_refused;
};

static const char *local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static void refuse(struct walking *walking, const char *reason)
{
    if (!walking->is_refused) {
        walking->is_refused = true;
        walking->walk->refusal =
            walking->walk->refusal ? walking->walk->refusal : reason;
        XML_StopParser(walking->parser, XML_FALSE);
    }
}

static void start(void *data, const XML_Char *name, const XML_Char **attribute)
{
    struct walking *walking = data;
    struct xlsx_walk *walk = walking->walk;
    if (++walking->depth > XLSX_MAX_DEPTH) {
        refuse(walking, phrase("has elements inside each other without end"));
        return;
    }
    if (!walk->start(walk, local_name(name), (const char *const *)attribute)) {
        refuse(walking, phrase("is not understood"));
    }
    buf_clear(&walk->text);
}

static void end(void *data, const XML_Char *name)
{
    struct walking *walking = data;
    struct xlsx_walk *walk = walking->walk;
    walking->depth--;
    if (!walking->is_refused && !walk->end(walk, local_name(name))) {
        refuse(walking, phrase("is not understood"));
    }
    buf_clear(&walk->text);
}

static void take_text(void *data, const XML_Char *text, int len)
{
    struct walking *walking = data;
    buf_add(&walking->walk->text, text, (size_t)len);
}

static void refuse_type(void *data, const XML_Char *name, const XML_Char *system,
                        const XML_Char *public, int has_subset)
{
    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    refuse(data, phrase("has a document type, as no workbook has"));
}

bool xlsx_xml_walk(struct xlsx_walk *walk, const char *bytes, size_t len)
{
    struct arena own;
    struct walking walking = {.walk = walk, .parser = XML_ParserCreate(NULL)};
    if (!walking.parser) {
        out_of_memory();
    }
    arena_init(&own);
    buf_init(&walk->text, &own);
    buf_add_text(&walk->text, "");
    XML_SetUserData(walking.parser, &walking);
    XML_SetElementHandler(walking.parser, start, end);
    XML_SetCharacterDataHandler(walking.parser, take_text);
    XML_SetStartDoctypeDeclHandler(walking.parser, refuse_type);
    walk->refusal = NULL;
    bool ok = XML_Parse(walking.parser, bytes, (int)len, XML_TRUE) == XML_STATUS_OK;
    if (!ok && !walk->refusal) {
        walk->refusal =
            arena_printf(walk->arena, phrase("is no XML: %s on line %lu"),
                         XML_ErrorString(XML_GetErrorCode(walking.parser)),
                         (unsigned long)XML_GetCurrentLineNumber(walking.parser));
    }
    XML_ParserFree(walking.parser);
    arena_finish(&own);
    return ok && !walking.is_refused;
}

const char *xlsx_xml_attribute(const char *const *attribute, const char *name)
{
    for (; *attribute; attribute += 2) {
        if (strcmp(local_name(attribute[0]), name) == 0) {
            return attribute[1];
        }
    }
    return NULL;
}

const char *xlsx_xml_library_version(struct arena *arena)
{
    XML_Expat_Version version = XML_ExpatVersionInfo();
    return arena_printf(arena, "%d.%d.%d", version.major, version.minor,
                        version.micro);
}
