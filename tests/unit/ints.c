#include "scheduler/base/ints.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "tests/support/check.h"

enum { MOST = 6 };

static const struct {
    int number[MOST], n;
    int sorted[MOST];
    int unique[MOST], n_unique;
} row[] = {
    {{7}, 1, {7}, {7}, 1},
    {{1, 2, 3}, 3, {1, 2, 3}, {1, 2, 3}, 3},
    {{3, 1, 3, 2, 1, 3}, 6, {1, 1, 2, 3, 3, 3}, {1, 2, 3}, 3},
    {{INT_MAX, 0, INT_MIN}, 3, {INT_MIN, 0, INT_MAX}, {INT_MIN, 0, INT_MAX}, 3},
    {{5, 5, 5, 5}, 4, {5, 5, 5, 5}, {5}, 1},
};

int main(void)
{
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        int list[MOST];
        memcpy(list, row[k].number, sizeof list);
        ints_sort(list, row[k].n);
        CHECK(memcmp(list, row[k].sorted, (size_t)row[k].n * sizeof *list) == 0);
        memcpy(list, row[k].number, sizeof list);
        CHECK_INT(ints_sort_unique(list, row[k].n), row[k].n_unique);
        CHECK(memcmp(list, row[k].unique, (size_t)row[k].n_unique * sizeof *list) ==
              0);
    }
    ints_sort(NULL, 0);
    CHECK_INT(ints_sort_unique(NULL, 0), 0);
    return check_report();
}
