# What all oracle scripts share: numbers with all their digits, and lines of a table with tabs.
digits <- function(x) ifelse(is.na(x) | is.nan(x), "NA", sprintf("%.17g", x))
words <- function(x) paste(digits(x), collapse = " ")
put <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")
# The answers of a vector, tallied from first in steps of 1 / divisor.
tally <- function(x, divisor) {
    whole <- round(x * divisor)
    stopifnot(max(abs(whole - x * divisor)) < 1e-6)
    list(first = min(whole), counts = tabulate(whole - min(whole) + 1))
}
