#include "scheduler/base/ints.h"

#include <stdlib.h>

static int compare_ints(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

void ints_sort(int *number, int n)
{
    if (n > 0) {
        qsort(number, (size_t)n, sizeof *number, compare_ints);
    }
}

int ints_sort_unique(int *number, int n)
{
    int n_left = 0;
    ints_sort(number, n);
    for (int k = 0; k < n; k++) {
        if (n_left == 0 || number[n_left - 1] != number[k]) {
            number[n_left++] = number[k];
        }
    }
    return n_left;
}
