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
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -Isrc $(WARN) $(CFLAGS)
LIBS     = -lcsv -liniparser -lgsl -lgslcblas -lunistring -lmd -lm

ROOMS    = wording survey inference base
TOOLS    = ingest stats protect report form simulate nachlese
PROGRAMS = $(foreach tool,$(TOOLS),$(BUILD)/bin/$(if $(filter nachlese,$(tool)),nachlese,nachlese-$(tool)))

objects   = $(patsubst %.c,$(BUILD)/obj/%.o,$(sort $(wildcard src/$(1)/*.c)))
libraries = $(foreach room,$(ROOMS),$(BUILD)/lib/lib$(room).a)
wordings  = $(patsubst questionnaire/wording/%,$(BUILD)/share/nachlese/wording/%,$(wildcard questionnaire/wording/*.ini))
unit_tests = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/*_test.c)))

.PHONY: all
all: $(PROGRAMS) $(wordings)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

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

$(BUILD)/unit/%: $(BUILD)/obj/tests/unit/%.o $(libraries)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

.PHONY: unit
unit: $(unit_tests)

include $(wildcard $(shell test -d $(BUILD)/obj && find $(BUILD)/obj -name '*.d'))

.PHONY: clean
clean:
	rm -rf build build-*
