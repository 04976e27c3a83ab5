/* The logarithm of a factorial. Nothing is allocated. */
#ifndef INFERENCE_LOG_FACTORIAL_H
#define INFERENCE_LOG_FACTORIAL_H

#include <stdint.h>

/* ln(n!) for n >= 0. */
long double log_factorial(int64_t n);

#endif
