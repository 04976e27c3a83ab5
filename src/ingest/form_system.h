/* Which form system wrote a file, by the columns that it adds of its own. Nothing is allocated.
 */
#ifndef INGEST_FORM_SYSTEM_H
#define INGEST_FORM_SYSTEM_H

#include "ingest/binding.h"

enum form_system { SYSTEM_UNKNOWN, SYSTEM_LIMESURVEY, SYSTEM_SOSCI };

/* Unknown, too, where a file has the columns of both. */
enum form_system form_system_find(const struct binding *binding);

#endif
