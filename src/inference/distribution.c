#include "inference/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

/* GSL's handler is one global of the process and aborts by default. */
static void silence_gsl(void) {
    static bool done;
    if (!done)
        gsl_set_error_handler_off();
    done = true;
}

static bool is_probability(double probability) {
    return isfinite(probability) && probability > 0 && probability < 1;
}

static bool accept(double found, double *quantile) {
    bool fine = isfinite(found);
    *quantile = fine ? found : 0;
    return fine;
}

bool distribution_normal_quantile(double probability, double *quantile) {
    *quantile = 0;
    if (!is_probability(probability))
        return false;
    silence_gsl();
    return accept(gsl_cdf_ugaussian_Pinv(probability), quantile);
}

bool distribution_student_quantile(double probability, double degrees, double *quantile) {
    *quantile = 0;
    if (!is_probability(probability) || !isfinite(degrees) || degrees < 1 || degrees > 1e12)
        return false;
    silence_gsl();
    return accept(gsl_cdf_tdist_Pinv(probability, degrees), quantile);
}
