/* What needs no library, and is there in every build. */

#include <string.h>

#include "io/xlsx_read.h"
#include "io/xlsx_write.h"

bool xlsx_is_archive(const char *bytes, size_t len)
{
    return len >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

void xlsx_out_add(struct arena *arena, struct xlsx_out_sheet *sheet,
                  struct xlsx_out_cell cell)
{
    sheet->cell = arena_grow(arena, sheet->cell, sheet->n_cells, &sheet->capacity,
                             sizeof *sheet->cell);
    sheet->cell[sheet->n_cells++] = cell;
}
