/* Farkas: no point exists if some combination of the rows says that a sum which
 * cannot be below zero is. The multipliers are rows of the inverse of the basis that
 * the simplex method ended with: the dual method stops at one basic variable that
 * nothing can bring within its bounds, the primal one where the sum of what is
 * outside cannot fall. */

#include "solver/glpk_farkas.h"

#include <glpk.h>
#include <math.h>

#include "solver/dual_bound.h"

enum { MOST_SINGLE_TRIES = 50 };

/* How far the k-th basic variable is outside its bounds: 1 above, -1 below. */
static int side_of(glp_prob *prob, int k)
{
    static const double tolerance = 1e-9;
    int m = glp_get_num_rows(prob), v = glp_get_bhead(prob, k), j = v - m;
    double value = v <= m ? glp_get_row_prim(prob, v) : glp_get_col_prim(prob, j);
    double low = v <= m ? glp_get_row_lb(prob, v) : glp_get_col_lb(prob, j);
    double high = v <= m ? glp_get_row_ub(prob, v) : glp_get_col_ub(prob, j);
    return value > high + tolerance ? 1 : value < low - tolerance ? -1 : 0;
}

/* Whether the multipliers that b gives are a proof. b is overwritten. */
static bool proves(struct arena scratch, glp_prob *prob, struct program *program,
                   double *b)
{
    int m = glp_get_num_rows(prob);
    double largest = 0;
    glp_btran(prob, b);
    for (int i = 1; i <= m; i++) {
        largest = fmax(largest, fabs(b[i]));
    }
    if (!(largest > 0) || largest > 1e12) {
        return false;
    }
    for (int sign = -1; sign <= 1; sign += 2) {
        double *y = arena_new(&scratch, m, double);
        for (int i = 0; i < m; i++) {
            y[i] = sign * b[i + 1] / largest;
        }
        if (dual_bound_contradicts(scratch, program, y)) {
            return true;
        }
    }
    return false;
}

bool glpk_farkas(struct arena scratch, struct glp_prob *prob,
                 struct program *program)
{
    int m = glp_get_num_rows(prob), n_tries = 0;
    if (m == 0 || (!glp_bf_exists(prob) && glp_factorize(prob) != 0)) {
        return false;
    }
    double *b = arena_new(&scratch, m + 1, double);
    for (int k = 1; k <= m; k++) {
        b[k] = side_of(prob, k);
    }
    if (proves(scratch, prob, program, b)) {
        return true;
    }
    for (int k = 1; k <= m && n_tries < MOST_SINGLE_TRIES; k++) {
        if (side_of(prob, k) != 0) {
            n_tries++;
            for (int i = 1; i <= m; i++) {
                b[i] = i == k;
            }
            if (proves(scratch, prob, program, b)) {
                return true;
            }
        }
    }
    return false;
}
