# nachlese: build and test. `make help` names the targets; variants are folders of their own (BUILD=...).
.DELETE_ON_ERROR:
.SUFFIXES:

BUILD   ?= build
PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= cc
CFLAGS  ?= -O2 -g
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
           -Wformat=2 -Wno-format-nonliteral -Wvla
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -Isrc -I$(BUILD)/generated -isystem /usr/include/libxml2 $(WARN) $(CFLAGS)
# Only what a tool calls is loaded with it: libxml2 brings 30 MB of libraries along.
LIBS     = -Wl,--as-needed -lcsv -liniparser -lgsl -lgslcblas -lunistring -lmd -lxml2 -lzip -lxlsxwriter -lm

ROOMS    = wording findings survey inference base
TOOLS    = $(patsubst src/%/main.c,%,$(sort $(wildcard src/*/main.c)))
PROGRAMS = $(foreach tool,$(TOOLS),$(BUILD)/bin/$(if $(filter nachlese,$(tool)),nachlese,nachlese-$(tool)))

objects   = $(patsubst %.c,$(BUILD)/obj/%.o,$(sort $(wildcard src/$(1)/*.c)))
libraries = $(foreach room,$(ROOMS),$(BUILD)/lib/lib$(room).a)
forms     = $(patsubst questionnaire/%,$(BUILD)/share/nachlese/questionnaire/%,$(wildcard questionnaire/*.ini))
wordings  = $(patsubst questionnaire/wording/%,$(BUILD)/share/nachlese/wording/%,$(wildcard questionnaire/wording/*.ini))
unit_tests = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/*_test.c)))
man_pages = $(sort $(wildcard src/*/*.[157]))

.PHONY: all
all: $(PROGRAMS) $(wordings) $(forms)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# A script or a style sheet of a page as the lines of a C array.
$(BUILD)/generated/%.inc: src/%
	@mkdir -p $(@D)
	sed 's/\\/\\\\/g; s/"/\\"/g; s/^/"/; s/$$/\\n",/' $< >$@

$(BUILD)/obj/src/form/page_files.o: $(patsubst src/%,$(BUILD)/generated/%.inc,$(wildcard src/form/*.js src/form/*.css))

define room_rule
$(BUILD)/lib/lib$(1).a: $(call objects,$(1))
	@mkdir -p $$(@D)
	@rm -f $$@
	ar rcs $$@ $$^
endef
$(foreach room,$(ROOMS),$(eval $(call room_rule,$(room))))

define tool_rule
$(BUILD)/bin/$(if $(filter nachlese,$(1)),nachlese,nachlese-$(1)): $(call objects,$(1)) $(libraries)
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIBS)
.PHONY: $(1)
$(1): $(BUILD)/bin/$(if $(filter nachlese,$(1)),nachlese,nachlese-$(1)) $(wordings)
endef
$(foreach tool,$(TOOLS),$(eval $(call tool_rule,$(tool))))

$(BUILD)/share/nachlese/wording/%: questionnaire/wording/%
	@mkdir -p $(@D)
	cp $< $@

$(BUILD)/share/nachlese/questionnaire/%: questionnaire/%
	@mkdir -p $(@D)
	cp $< $@

# The whole gate, which is no library.
$(BUILD)/unit/protect_gate_rules_test: $(BUILD)/obj/tests/unit/protect_gate_rules_test.o $(filter-out %/main.o,$(call objects,protect)) $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

# The report, which is no library.
$(BUILD)/unit/report_%_test: $(BUILD)/obj/tests/unit/report_%_test.o $(filter-out %/main.o,$(call objects,report)) $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

# Drafting, which is no library.
$(BUILD)/unit/form_%_test: $(BUILD)/obj/tests/unit/form_%_test.o $(filter-out %/main.o,$(call objects,form)) $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

# The layout of pictures, and what becomes of them, which needs nearly all of charts.
$(BUILD)/unit/charts_draw_test $(BUILD)/unit/charts_svg_test: $(BUILD)/unit/%: $(BUILD)/obj/tests/unit/%.o $(filter-out %/main.o,$(call objects,charts)) $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

# The driver, which is no library either.
$(BUILD)/unit/nachlese_%_test: $(BUILD)/obj/tests/unit/nachlese_%_test.o $(filter-out %/main.o,$(call objects,nachlese)) $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

$(BUILD)/unit/%: $(BUILD)/obj/tests/unit/%.o $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

# The attacker on published files, and two programs that it is tried on.
attack_mains = naive_gate random_survey
attack_parts = $(filter-out $(attack_mains:%=tests/privacy/attacker/%.c),$(sort $(wildcard tests/privacy/attacker/*.c)))

$(BUILD)/attack/attack: $(attack_parts:%.c=$(BUILD)/obj/%.o) $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lglpk $(LIBS)

$(attack_mains:%=$(BUILD)/attack/%): $(BUILD)/attack/%: $(BUILD)/obj/tests/privacy/attacker/%.o $(BUILD)/obj/tests/privacy/attacker/chance.o $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

.PHONY: attack
attack: $(BUILD)/attack/attack $(attack_mains:%=$(BUILD)/attack/%)

$(BUILD)/deep/%: $(BUILD)/obj/tests/deep/%.o $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# Objects of tests are made by a chain of pattern rules, and make would remove them as intermediate files.
.SECONDARY:

.PHONY: unit
unit: $(unit_tests) attack $(BUILD)/deep/statements

include $(wildcard $(shell test -d $(BUILD)/obj && find $(BUILD)/obj -name '*.d'))

# The example is from 2021: its deletion dates are judged by 19 March of that year, not by today. Its release file is put where an
# organiser would edit it, unless somebody has edited it there.
.PHONY: report
report: all
	@mkdir -p reports/latest && mkdir -p -m 700 reports/latest/internal
	@test -e reports/latest/internal/release.txt || cp questionnaire/example-release.txt reports/latest/internal/release.txt
	SOURCE_DATE_EPOCH=1616112000 $(BUILD)/bin/nachlese run -q questionnaire/needs-assessment.ini -o reports/latest questionnaire/example-answers.csv
	@echo
	@for file in reports/latest/public/report.*.*; do echo "The report lies in $$file"; done
	@echo '(The warnings above belong to the example: its answers hold planted faults.)'

.PHONY: check
check: all unit
	@tests/run_all $(BUILD)/bin

.PHONY: lint
lint:
	@scripts/lint

SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

.PHONY: sanitize
sanitize:
	$(MAKE) BUILD=build-sanitize CFLAGS='$(SANITIZE)' all unit
	@SKIP=lint GOLDEN_TIMEOUT=120 UNIT_TIMEOUT=600 tests/run_all build-sanitize/bin

.PHONY: coverage
coverage:
	$(MAKE) BUILD=build-coverage CFLAGS='-O0 -g --coverage -fprofile-update=atomic' all unit
	@find build-coverage -name '*.gcda' -exec rm -f {} +
	-@SKIP=lint tests/run_all build-coverage/bin
	@scripts/coverage build-coverage

MEMCHECK = valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite

.PHONY: valgrind
valgrind: all
	@GOLDEN_TIMEOUT=300 tests/run_golden $(BUILD)/bin $(MEMCHECK)

.PHONY: check-deep
check-deep: all unit $(BUILD)/deep/coverage_of_intervals $(BUILD)/deep/leaders_simulation
	@scripts/check-deep

# The figures of R that the unit tests compare with, made anew; takes some minutes and needs R (scripts/setup deep).
.PHONY: oracle
oracle:
	scripts/oracle

.PHONY: bench
bench: all
	@scripts/bench $(BUILD)/bin

.PHONY: install
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/nachlese/wording $(DESTDIR)$(PREFIX)/share/nachlese/questionnaire
	install -m 755 $(PROGRAMS) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(wordings) $(DESTDIR)$(PREFIX)/share/nachlese/wording
	install -m 644 $(forms) $(DESTDIR)$(PREFIX)/share/nachlese/questionnaire
	for page in $(man_pages); do \
	    section=$${page##*.}; \
	    install -d $(DESTDIR)$(PREFIX)/share/man/man$$section && \
	    install -m 644 $$page $(DESTDIR)$(PREFIX)/share/man/man$$section || exit 1; \
	done
	for name in new run sent withdraw delete; do \
	    echo '.so man1/nachlese.1' >$(DESTDIR)$(PREFIX)/share/man/man1/nachlese-$$name.1 || exit 1; \
	done

.PHONY: clean
clean:
	rm -rf build build-*

.PHONY: help
help:
	@echo 'make             build all programs into build/bin/'
	@echo 'make report      run the example; prints where the report lies'
	@echo 'make check       all tests of every day; the last line is "N passed, N failed"'
	@echo 'make check-deep  also with sanitizers, valgrind and on a bare Debian 12 and 13 (scripts/setup deep)'
	@echo 'make lint        style, include rules, man pages, shell scripts'
	@echo 'make sanitize    the tests with AddressSanitizer and UBSan (build-sanitize/)'
	@echo 'make coverage    the tests with line coverage (build-coverage/)'
	@echo 'make valgrind    the golden cases under valgrind'
	@echo 'make oracle      R makes the figures anew that the tests compare with'
	@echo 'make bench       speed and memory, as ratios within one run'
	@echo 'make install     into PREFIX (/usr/local), DESTDIR before it'
	@echo 'make clean       remove build folders'
	@echo 'make TOOL        one tool: $(TOOLS)'
