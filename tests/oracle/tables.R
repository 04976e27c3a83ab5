# Answers by groups: tables.R >tables.tsv. Tests by R itself; permutation p-values by counting all tables, by coin's exact distribution for
# two groups, or by r2dtable (then error is the standard error of p).
source("common.R")
suppressMessages({library(MASS); library(psych); library(survey); library(coin)})
set.seed(20210313)
most <- 10000

# --- permutation p-values ---

chi_square <- function(t) {
    e <- outer(rowSums(t), colSums(t)) / sum(t)
    sum((t - e)^2 / e)
}
rank_sums <- function(t) { # over answers (rows) by groups (columns)
    r <- rowSums(t)
    score <- cumsum(r) - (r - 1) / 2
    d <- colSums(t * score) - colSums(t) * (sum(t) + 1) / 2
    sum(d^2 / colSums(t))
}

# All ways to write a column with that sum below the limits, one per row.
columns_of <- function(limits, total) {
    if (length(limits) == 1) return(if (total <= limits) matrix(total, 1, 1) else matrix(0, 0, 1))
    parts <- lapply(max(0, total - sum(limits[-1])):min(limits[1], total), function(i) {
        rest <- columns_of(limits[-1], total - i)
        cbind(rep(i, nrow(rest)), rest)
    })
    do.call(rbind, parts)
}
# Calls visit for every table with these margins, until more than the most were found.
walk <- function(rows, columns, visit) {
    found <- 0
    step <- function(left, column, done) {
        if (found > most) return()
        if (column == length(columns)) {
            found <<- found + 1
            if (found <= most) visit(cbind(done, left, deparse.level = 0))
            return()
        }
        # The number of ways is bounded before they are listed.
        ways <- prod(pmin(left, columns[column]) + 1)
        if (column == length(columns) - 1 && ways > 1e6) { found <<- most + 1; return() }
        if (ways > 1e7) { found <<- most + 1; return() }
        every <- columns_of(left, columns[column])
        if (column == length(columns) - 1 && found + nrow(every) > most) { found <<- most + 1; return() }
        for (i in seq_len(nrow(every))) step(left - every[i, ], column + 1, cbind(done, every[i, ], deparse.level = 0))
    }
    step(rows, 1, NULL)
    found
}
permute <- function(t, statistic) {
    seen <- statistic(t) * (1 - 1e-9)
    all <- extreme <- 0
    reference <- sum(lfactorial(t))
    found <- walk(rowSums(t), colSums(t), function(one) {
        weight <- exp(reference - sum(lfactorial(one)))
        all <<- all + weight
        if (statistic(one) >= seen) extreme <<- extreme + weight
    })
    if (found <= most) return(list(method = "exact", p = extreme / all, error = 0))
    if (ncol(t) == 2 && identical(statistic, rank_sums) && sum(t) <= 1000) {
        y <- rep(row(t), t); g <- factor(rep(col(t), t))
        return(list(method = "random", p = as.numeric(pvalue(wilcox_test(y ~ g, distribution = "exact"))), error = 0))
    }
    draws <- if (sum(t) > 500) 20000 else 100000
    p <- (1 + sum(vapply(r2dtable(draws, rowSums(t), colSums(t)), statistic, 0) >= seen)) / (draws + 1)
    list(method = "random", p = p, error = sqrt(p * (1 - p) / draws))
}

# --- one line per table; counts group after group ---

describe <- function(name, kind, full) { # full: answers by groups, with empty ones
    t <- full[rowSums(full) > 0, colSums(full) > 0, drop = FALSE]
    fine <- nrow(t) > 1 && ncol(t) > 1
    p <- list(method = "none", p = NA, error = 0)
    statistic <- df <- asymptotic <- effect <- cliff <- NA
    residuals <- matrix(NA, nrow(full), ncol(full))
    if (ncol(t) == 2) {
        y <- rep(row(t), t); g <- rep(col(t), t)
        cliff <- mean(sign(outer(as.numeric(y[g == 1]), as.numeric(y[g == 2]), "-")))
    }
    if (fine && kind == "o") {
        test <- kruskal.test(rep(row(t), t), rep(col(t), t))
        effect <- test$statistic / (sum(t) - 1)
        p <- permute(t, rank_sums)
    } else if (fine) {
        test <- suppressWarnings(chisq.test(t, correct = FALSE))
        effect <- sqrt(test$statistic / (sum(t) * (min(dim(t)) - 1)))
        residuals[rowSums(full) > 0, colSums(full) > 0] <- test$stdres
        p <- permute(t, chi_square)
    }
    if (fine) {
        statistic <- test$statistic; df <- test$parameter; asymptotic <- test$p.value
        if (sum(t) > 2000 && all(outer(rowSums(t), colSums(t)) / sum(t) >= 5)) p <- list(method = "asymptotic", p = asymptotic, error = 0)
    }
    put(name, kind, ncol(full), nrow(full), paste(full, collapse = " "), digits(statistic), digits(df), digits(asymptotic), digits(effect), digits(cliff),
        p$method, digits(p$p), digits(p$error), if (kind == "n") words(residuals) else "NA")
}
crosses <- function(survey, data, answers, groups, kind) {
    for (a in answers) for (g in groups) describe(paste(survey, a, "by", g, sep = "_"), kind, unclass(table(data[[a]], data[[g]])))
}

put("name", "kind", "groups", "answers", "counts", "statistic", "df", "p", "effect", "cliff", "method", "exact_p", "error", "residuals")
for (line in readLines("survey_tables.tsv")) {
    f <- strsplit(line, "\t")[[1]]
    describe(f[1], f[2], matrix(as.numeric(strsplit(f[5], " ")[[1]]), as.integer(f[4]), as.integer(f[3])))
}
crosses("mass_survey", MASS::survey, c("Smoke", "Fold", "Clap", "W.Hnd"), c("Sex", "Exer"), "n")
crosses("mass_survey_40", head(MASS::survey, 40), c("Smoke", "Fold", "Clap"), c("Sex", "Exer"), "n")
crosses("mass_survey_numbers", MASS::survey, c("Pulse", "Height"), c("Sex", "Smoke", "Exer"), "o")
crosses("mass_survey_numbers_30", head(MASS::survey, 30), c("Pulse", "Height"), c("Sex", "Exer"), "o")
crosses("bfi", psych::bfi, c("A1", "C4", "N3", "O5"), c("gender", "education"), "o")
crosses("bfi_36", psych::bfi[seq(1, 2800, 80), ], c("A1", "C4", "N3", "O5"), c("gender", "education"), "o")
data(api)
crosses("apistrat", apistrat, c("sch.wide", "comp.imp", "both", "awards"), "stype", "n")
crosses("apistrat_numbers", apistrat, c("api00", "meals"), c("stype", "awards"), "o")
crosses("quine", MASS::quine, "Age", c("Eth", "Sex"), "o")
crosses("chickwts", datasets::chickwts, "weight", "feed", "o")
crosses("insects", datasets::InsectSprays, "count", "spray", "o")
describe("titanic_class_survived", "n", apply(Titanic, c(1, 4), sum))
describe("hair_eyes", "n", apply(HairEyeColor, c(1, 2), sum))
describe("admissions", "n", apply(UCBAdmissions, c(1, 3), sum))
describe("caith", "n", as.matrix(MASS::caith))

# --- edges, and small tables at random ---

edge <- function(name, kind, answers, ...) describe(name, kind, matrix(c(...), answers))
for (kind in c("n", "o")) {
    edge(paste0("edge_nobody_", kind), kind, 2, 0, 0, 0, 0)
    edge(paste0("edge_one_", kind), kind, 2, 1, 0, 0, 0)
    edge(paste0("edge_one_group_", kind), kind, 3, 4, 5, 6, 0, 0, 0)
    edge(paste0("edge_constant_", kind), kind, 3, 0, 9, 0, 0, 4, 0)
    edge(paste0("edge_two_people_", kind), kind, 2, 1, 0, 0, 1)
    edge(paste0("edge_equal_", kind), kind, 3, 4, 5, 6, 4, 5, 6)
    edge(paste0("edge_apart_", kind), kind, 2, 8, 0, 0, 8)
    edge(paste0("edge_empty_between_", kind), kind, 4, 3, 0, 2, 0, 0, 0, 0, 0, 1, 0, 5, 0)
    edge(paste0("edge_rare_", kind), kind, 2, 5, 1995, 3, 1997)
    edge(paste0("edge_many_", kind), kind, 3, 500, 600, 700, 550, 600, 650, 400, 500, 610)
    edge(paste0("edge_many_rare_", kind), kind, 3, 1500, 1, 1, 900, 2, 0)
}
for (i in 1:24) {
    answers <- sample(2:5, 1); groups <- sample(2:5, 1); n <- sample(6:45, 1)
    full <- unclass(table(factor(sample(answers, n, TRUE), 1:answers), factor(sample(groups, n, TRUE, runif(groups)), 1:groups)))
    describe(paste0("random_", i), if (i %% 2) "n" else "o", full)
}
