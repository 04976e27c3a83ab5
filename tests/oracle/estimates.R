# Shares, means, scores, gaps and tails: estimates.R >estimates.tsv. One line: what, name, arguments, expected figures; NA where undefined.
# Lists of numbers are separated by blanks.
source("common.R")
suppressMessages({library(MASS); library(psych); library(survey); library(coin)})
set.seed(20210313)

# --- numbers: first divisor counts -> n mean sd q1 median q3; the interval without and with a population of 2 n ---

number <- function(name, x, divisor = 1) {
    x <- x[!is.na(x)]
    t <- tally(x, divisor)
    plain <- c(NA, NA); finite <- c(NA, NA)
    if (length(x) > 1 && sd(x) > 0) {
        plain <- t.test(x)$conf.int
        design <- svydesign(ids = ~1, data = data.frame(x = x), fpc = rep(2 * length(x), length(x)))
        finite <- confint(svymean(~x, design), df = length(x) - 1)
    }
    q <- quantile(x, c(.25, .5, .75), type = 7)
    put("number", name, words(c(t$first, divisor)), words(t$counts), words(c(length(x), mean(x), sd(x), q, plain, finite)))
}
number("nothing_but_one", 7)
number("constant", rep(3, 12))
number("two", c(1, 2))
number("pulse", MASS::survey$Pulse)
number("attitude_rating", attitude$rating)
number("attitude_complaints", attitude$complaints)
number("ozone", airquality$Ozone)
number("api00", {data(api); apistrat$api00})
number("precip", precip, 10)
number("women", women$height)
number("bfi_age", psych::bfi$age)
number("newcomb", MASS::newcomb)
number("quine_days", MASS::quine$Days)
number("chickwts", chickwts$weight)

# NIST's certified values (Statistical Reference Datasets, univariate summary statistics), of sets made by their published definition;
# Michelso is Michelson's speed of light, which R has as morley.
nist <- function(name, x, divisor, mean, sd) {
    t <- tally(x, divisor)
    put("nist", name, words(c(t$first, divisor)), words(t$counts), paste(length(x), mean, sd))
}
nist("NumAcc1", c(10000001, 10000003, 10000002), 1, "10000002", "1")
nist("NumAcc2", c(1.2, rep(c(1.1, 1.3), 500)), 10, "1.2", "0.1")
nist("NumAcc3", c(1000000.2, rep(c(1000000.1, 1000000.3), 500)), 10, "1000000.2", "0.1")
nist("NumAcc4", c(10000000.2, rep(c(10000000.1, 10000000.3), 500)), 10, "10000000.2", "0.1")
nist("Michelso", 299 + morley$Speed / 1000, 1000, "299.852400000000", "0.0790105478190518")

# --- shares: count n population confidence -> low high ---

for (confidence in c(.9, .95, .99)) for (n in c(1, 2, 5, 12, 40, 333, 100000)) for (k in unique(round(c(0, 1, .3, .5, .9, n / max(n, 2), 1) * n))) {
    if (k > n) next
    interval <- suppressWarnings(prop.test(k, n, conf.level = confidence, correct = FALSE)$conf.int)
    put("wilson", "prop.test", words(c(k, n, 0, confidence)), words(interval))
}
exact <- function(k, n, N, confidence) {
    least <- (1 - confidence) / 2 * (1 + 1e-9)
    K <- k:(N - n + k)
    fine <- phyper(k, K, N - K, n) > least & phyper(k - 1, K, N - K, n, lower.tail = FALSE) > least
    put("hypergeometric", "phyper", words(c(k, n, N, confidence)), words(range(K[fine]) / N))
}
for (confidence in c(.9, .95, .99)) for (n in c(1, 2, 3, 5, 9, 12, 17, 20, 26, 38, 40, 100)) for (N in unique(c(n + 1, ceiling(1.2 * n), 41, 2 * n, 10 * n))) if (N > n)
    for (k in unique(round(c(0, 1, .25, .5, .8, n - 1, n) * c(1, 1, n, n, n, 1, 1)))) if (k <= n) exact(k, n, N, confidence)
exact(1, 1, 40, .95) # the tail of K = 1 is 0.025 itself: no more than that
for (k in c(0, 1, 77, 5000, 9999, 10000)) exact(k, 10000, 1000000, .95)
for (k in c(0, 3, 250000, 499999)) exact(k, 500000, 2000000, .95)
for (k in c(0, 2, 19, 40)) exact(k, 40, 5000000, .95)

# Populations too large to try every K: the smallest K by bisection, the largest from it with the answers turned round.
smallest <- function(k, n, N, least) {
    low <- k - 1; high <- N - n + k
    while (high - low > 1) {
        K <- floor((low + high) / 2)
        if (phyper(k - 1, K, N - K, n, lower.tail = FALSE) > least) high <- K else low <- K
    }
    high
}
for (N in c(20000000, 1e9)) for (n in c(40, 10000, 1000000)) for (k in unique(round(c(0, 1, .1, .5, .97) * c(1, 1, n, n, n)))) {
    least <- .025 * (1 + 1e-9)
    put("hypergeometric", "phyper by bisection", words(c(k, n, N, .95)), words(c(smallest(k, n, N, least), N - smallest(n - k, n, N, least)) / N))
}

# --- alpha: items n squares total_squares confidence sums -> alpha low high ---

reliability <- function(name, x, confidence = .95) {
    x <- as.matrix(na.omit(x))
    n <- nrow(x)
    value <- c(NA, NA, NA)
    if (ncol(x) > 1 && n > 1 && var(rowSums(x)) > 0) {
        a <- ncol(x) / (ncol(x) - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
        if (all(apply(x, 2, var) > 0)) { # psych leaves out an item that does not vary
            found <- suppressMessages(suppressWarnings(psych::alpha(x, check.keys = FALSE, warnings = FALSE)$total$raw_alpha))
            stopifnot(abs(a - found) < 1e-12 * max(1, abs(a)))
        }
        ci <- psych::alpha.ci(a, n, ncol(x), p.val = 1 - confidence)
        value <- c(a, ci$lower.ci, ci$upper.ci)
    }
    put("alpha", name, words(c(ncol(x), n, sum(x^2), sum(rowSums(x)^2), confidence)), words(colSums(x)), words(value))
}
for (scale in c("A", "C", "E", "N", "O")) {
    items <- psych::bfi[paste0(scale, 1:5)]
    reliability(paste0("bfi_", scale), items)
    reliability(paste0("bfi_", scale, "_30"), items[seq(7, 2800, 93), ], .9)
    reliability(paste0("bfi_", scale, "_6"), items[seq(3, 2800, 467), ])
}
reliability("attitude", attitude)
reliability("attitude_two", attitude[c("rating", "learning")], .99)
reliability("two_people", attitude[1:2, ])
reliability("iq", psych::bfi[c("A1", "A2")]) # reversed item: below 0
reliability("same_sums", data.frame(a = 1:4, b = 4:1))

# --- friedman: items n ties doubled rank sums -> p W ---

order_of_rows <- function(name, x) {
    x <- as.matrix(na.omit(x))
    r <- t(apply(x, 1, rank))
    ties <- sum(apply(x, 1, function(row) { t <- table(row); sum(t^3 - t) }))
    test <- friedman.test(unname(x))
    put("friedman", name, words(c(ncol(x), nrow(x), ties)), words(2 * colSums(r)), words(c(test$p.value, test$statistic / (nrow(x) * (ncol(x) - 1)))))
}
for (scale in c("A", "C", "E", "N", "O")) for (step in c(1, 50, 233)) order_of_rows(paste("bfi", scale, step, sep = "_"), psych::bfi[seq(1, 2800, step), paste0(scale, 1:5)])
order_of_rows("attitude", attitude)
order_of_rows("judges", USJudgeRatings)
order_of_rows("two_rows", attitude[1:2, ])
order_of_rows("two_items", attitude[c(1, 3)])

# --- gap: first counts -> p ---

flips <- function(name, d) {
    seen <- abs(sum(d))
    if (length(d) <= 16) {
        signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(d))))
        p <- mean(abs(signs %*% d) >= seen)
    } else { # the product of the polynomials (x^-d + x^d) / 2
        size <- sum(abs(d))
        chance <- c(rep(0, size), 1, rep(0, size))
        for (one in abs(d[d != 0])) chance <- (c(chance[-seq_len(one)], rep(0, one)) + c(rep(0, one), chance[seq_len(2 * size + 1 - one)])) / 2
        p <- sum(chance[abs(-size:size) >= seen])
    }
    t <- tally(d, 1)
    put("gap", name, words(t$first), words(t$counts), words(p))
}
flips("one", 2)
flips("zeros", c(0, 0, 0))
flips("one_side", rep(1, 12))
flips("balance", c(-3, 1, 2, 0))
flips("mixed", c(3, -1, 0, 2, 2, -1, 1, 0, 4, 1, -2, 1))
for (n in c(5, 10, 15, 20, 40, 120, 400)) flips(paste0("random_", n), sample(-4:4, n, TRUE, c(1, 1, 1, 2, 3, 3, 2, 2, 1)))
flips("starwars_like", rep(c(-4, -2, 0, 1, 3), c(9, 20, 31, 42, 7)))
flips("rse_like", rep(c(-1, 0, 1), c(120, 40, 180)))

# --- pairs of answers, McNemar's exact test: only the one, only the other -> p ---

for (pair in list(c(0, 0), c(1, 0), c(0, 5), c(6, 0), c(7, 0), c(5, 5), c(8, 7), c(10, 2), c(2, 12), c(3, 14), c(40, 17), c(121, 86), c(0, 1000), c(2300, 2100),
                  c(51000, 50000), c(500500, 500000)))
    put("paired", paste(pair, collapse = "_"), words(pair), words(if (sum(pair) == 0) 1 else binom.test(pair[1], sum(pair))$p.value))

# --- Benjamini and Hochberg: p -> adjusted ---

for (p in list(numeric(0), .04, c(.01, .02, .03, .04, .05), c(.5, .01, .01, 1, 1e-12), round(runif(50)^3, 3), runif(300)^2))
    put("adjust", length(p), words(p), words(p.adjust(p, "BH")))

# --- tails and quantiles ---

for (df in c(1, 2, 3, 10, 48, 333, 99999)) for (x in c(0, .001, .5, 1, 3.84, 20, 500)) {
    p <- pchisq(x * sqrt(df), df, lower.tail = FALSE)
    if (p > 1e-290) put("chi_square_upper", "pchisq", words(c(x * sqrt(df), df)), words(p))
}
# qf loses digits of small quantiles, which it takes from 1 / qbeta - 1.
f_quantile <- function(p, above, below) {
    x <- qbeta(p, above / 2, below / 2)
    if (x < .5) below * x / (above * (1 - x)) else qf(p, above, below)
}
for (p in c(.0005, .005, .025, .05, .5, .9, .975, .9995)) {
    for (above in c(1, 2, 3, 9, 39, 183, 1999, 100000)) for (items in c(2, 3, 8, 25))
        put("f_quantile", "qf", words(c(p, above, above * (items - 1))), words(f_quantile(p, above, above * (items - 1))))
    put("normal_quantile", "qnorm", words(p), words(qnorm(p)))
    for (df in c(1, 2, 7, 39, 1e6)) put("student_quantile", "qt", words(c(p, df)), words(qt(p, df)))
}
for (x in c(-3, 0, .1, 1.96, 5, 30)) put("normal_upper", "pnorm", words(x), words(pnorm(x, lower.tail = FALSE)))
