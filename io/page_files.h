#ifndef MATCHDAY_IO_PAGE_FILES_H
#define MATCHDAY_IO_PAGE_FILES_H

#include "io/file.h"

/* The style and script of each page, from the files in io/pages: those that all pages
 * have in common, then the page's own. Built in by io/pages/embed.c. */
extern const struct file_bytes page_programme_css, page_programme_js;
extern const struct file_bytes page_runsheet_css, page_runsheet_js;
extern const struct file_bytes page_report_css, page_report_js;

#endif
