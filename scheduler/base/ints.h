#ifndef MATCHDAY_BASE_INTS_H
#define MATCHDAY_BASE_INTS_H

/* Sorts n numbers, smallest first. With n 0 the list may be NULL. */
void ints_sort(int *number, int n);

/* The same, each number once; returns how many are left. */
int ints_sort_unique(int *number, int n);

#endif
