# How large a difference between two groups would have had to be: all of the larger group gave an answer, and k of the n in the
# smaller one. k is the largest whose p is at most 0.05 / tests; p is that of Pearson's chi-square, exact, over all tables with
# these margins (nachlese-protect(1)). Read by numbers.awk and group.awk, before them.

function log_factorial(n) {
    for (; factorials < n; factorials++)
        log_factorials[factorials + 1] = log_factorials[factorials] + log(factorials + 1)
    return log_factorials[n] + 0
}

function log_choose(n, k) { return log_factorial(n) - log_factorial(k) - log_factorial(n - k) }

# With fixed margins chi-square grows with the distance of one cell from what is expected.
function p_of_two(larger, n, k,    chosen, expected, distance, x, p) {
    chosen = larger + k
    expected = larger * chosen / (larger + n)
    distance = (larger - expected) * (1 - 1e-9)
    for (x = larger; x >= 0 && chosen - x <= n; x--)
        if (x - expected >= distance || expected - x >= distance)
            p += exp(log_choose(larger, x) + log_choose(n, chosen - x) - log_choose(larger + n, chosen))
    return p
}

# True where k is that number, or none is (k: "") and there is none. Above 2,000 answers p is not exact.
function is_least(larger, n, k, tests,    level) {
    level = 0.05 / tests
    if (larger + n > 2000)
        return 1
    if (k == "")
        return p_of_two(larger, n, 0) > level * (1 - 1e-9)
    return p_of_two(larger, n, k) <= level * (1 + 1e-9) && p_of_two(larger, n, k + 1) > level * (1 - 1e-9)
}
