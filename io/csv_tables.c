#include "io/csv_tables.h"

#include <stddef.h>

#include "io/csv_write.h"
#include "io/reason_text.h"
#include "scheduler/base/buf.h"
#include "scheduler/model/objective.h"

/* What every table is made of. */
struct tables {
    struct arena *arena;
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
};

