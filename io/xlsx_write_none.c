/* In place of io/xlsx_write.c where libxlsxwriter is missing. */

#include "io/xlsx_write.h"

void xlsx_out_add(struct arena *arena, struct xlsx_out_sheet *sheet,
                  struct xlsx_out_cell cell)
{
    sheet->cell = arena_grow(arena, sheet->cell, sheet->n_cells, &sheet->capacity,
                             sizeof *sheet->cell);
    sheet->cell[sheet->n_cells++] = cell;
}

bool xlsx_can_write(struct error *err)
{
    return error_set(err, "this build cannot write workbooks: it was made without "
                          "libxlsxwriter; expected a folder of tables");
}

bool xlsx_write(struct arena *arena, const struct xlsx_out *out,
                struct file_bytes *bytes, struct error *err)
{
    (void)arena;
    (void)out;
    (void)bytes;
    return xlsx_can_write(err);
}
