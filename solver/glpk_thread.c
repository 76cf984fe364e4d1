#include "solver/glpk_thread.h"

#include <glpk.h>
#include <stddef.h>

bool glpk_thread_is_safe(void)
{
    return glp_config("TLS") != NULL;
}

void glpk_thread_leave(void)
{
    glp_free_env();
}
