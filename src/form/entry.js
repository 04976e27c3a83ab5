// The page of nachlese-form --to entry and --to entry-contacts: somebody types in what others said on paper or by telephone, one
// answer after the other. The questions, and every word that is shown, come from the JSON beside; this script names none.
//
// State is what was typed, box by box, as it was typed: all else (which options are chosen, who is asked what, the CSV) follows
// from that. Only --to entry keeps it in localStorage; file:// pages share that, so the key holds survey and questionnaire, and
// nothing is shown before the person at the keyboard has said so.
'use strict';
(() => {
    const form = JSON.parse(document.getElementById('form').textContent);
    const words = form.words;
    const keeps = form.kind === 'entry'; // contact data go into no storage
    const key = `nachlese:${form.survey}:${form.version}`;
    // LimeSurvey writes this date for every complete answer of a survey that stores no dates.
    const completed = '1980-01-01 00:00:00';
    const place = document.getElementById('place');
    const byId = new Map(form.questions.map((question) => [question.id, question]));
    const columns = form.questions.concat(form.absent); // of the file; absent: on the other page
    const units = []; // every answer that is typed: { question, row, box, ... }

    let state = null; // { page, origin, records: [{ id, line, typed }], saved, typed }

    // --- words and elements ---

    const flat = (list, each) => [].concat(...list.map(each));

    function fill(text, values) {
        return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
    }

    function counted(name, count) {
        return fill(words[count === 1 ? `${name}_one` : name], { count });
    }

    // element('p', { class: 'note' }, 'text', other): attributes that are false or null are left out.
    function element(tag, attributes, ...children) {
        const made = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes || {}))
            if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? '' : value);
        made.append(...children.filter((child) => child !== null && child !== undefined));
        return made;
    }

    function button(text, action, attributes) {
        const made = element('button', Object.assign({ type: 'button' }, attributes), text);
        made.addEventListener('click', action);
        return made;
    }

    function say(text) {
        document.getElementById('status').textContent = text;
    }

    function chance() {
        return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }

    // --- storage ---

    function read(name) {
        try {
            const found = JSON.parse(localStorage.getItem(name));
            return found && Array.isArray(found.records) && typeof found.typed === 'object' ? found : null;
        } catch (error) {
            return null;
        }
    }

    // The page whose state is in there, if any: another window may have gone on with it.
    function isOurs() {
        const found = read(key);
        return found === null || found.page === state.page;
    }

    function stop(text) {
        place.replaceChildren(element('p', { class: 'notice', tabindex: '-1', id: 'stopped' }, text));
        say('');
        state = null;
        document.getElementById('stopped').focus();
    }

    // False where the page had to stop: what another window typed may not be written over.
    function keep() {
        if (!keeps) return true;
        if (!isOurs()) {
            stop(words.other_window);
            return false;
        }
        try {
            localStorage.setItem(key, JSON.stringify(state));
        } catch (error) {
            document.getElementById('unkept').hidden = false;
        }
        return true;
    }

    function forget(name) {
        try {
            localStorage.removeItem(name);
        } catch (error) {
            // Nothing was kept either.
        }
    }

    // --- what was typed, read ---

    const given = (unit) => (state.typed[unit.name] || '').trim();
    const isTicked = (name) => state.typed[name] === 'yes';

    function numbersOf(question) {
        const numbers = question.options.map((option) => option.number);
        const from = Math.min(...numbers), to = Math.max(...numbers);
        return to - from + 1 === numbers.length && numbers.length > 1 ? fill(words.from_to, { from, to }) : numbers.join(', ');
    }

    function optionOf(question, word) {
        return /^[+-]?\d{1,6}$/.test(word) ? question.options.find((option) => option.number === Number(word)) : undefined;
    }

    // { options } or { fault }, for one number or several.
    function readOptions(question, typed, several) {
        const options = [];
        for (const word of typed.split(/[\s,;]+/).filter((part) => part !== '')) {
            const option = optionOf(question, word);
            if (option === undefined) return { fault: fill(words.no_number, { typed: word, numbers: numbersOf(question) }) };
            if (options.includes(option)) return { fault: fill(words.twice, { typed: word }) };
            options.push(option);
        }
        const alone = options.find((option) => option.exclusive);
        if (!several && options.length > 1) return { fault: words.one_only };
        if (alone !== undefined && options.length > 1) return { fault: fill(words.exclusive, { option: alone.label }) };
        if (question.most > 0 && options.length > question.most) return { fault: fill(words.most, { most: question.most }) };
        return { options };
    }

    // { number } as text with a point, or { fault }. The other mark could mean thousands.
    function readNumber(question, typed) {
        const mark = form.comma ? ',' : '.';
        const range = { from: shown(question.min), to: shown(question.max) };
        if (typed.includes(form.comma ? '.' : ',')) return { fault: words.mark };
        const match = /^([+-]?)(\d{1,15})(?:[.,](\d+))?$/.exec(typed.replace('\u2212', '-'));
        if (match === null) return { fault: fill(words.no_value, range) };
        const behind = (match[3] || '').replace(/0+$/, '');
        if (behind.length > question.decimals)
            return { fault: question.decimals === 0 ? words.whole : fill(words.decimals, { most: question.decimals, mark }) };
        const number = `${match[1] === '-' ? '-' : ''}${match[2].replace(/^0+(?=\d)/, '')}${behind === '' ? '' : `.${behind}`}`;
        if (Number(number) < Number(question.min) || Number(number) > Number(question.max))
            return { fault: fill(words.range, range) };
        return { number: Number(number) === 0 ? '0' : number };
    }

    function shown(number) {
        return form.comma ? number.replace('.', ',') : number;
    }

    const codesLike = { code: false, tick: true, place: true };

    // What a unit holds: { empty } or { options } or { number } or { text } or { fault }.
    function readUnit(unit) {
        const { question } = unit;
        const typed = given(unit);
        if (question.answer === 'number' && isTicked(unit.dkName))
            return typed === '' ? { options: question.options } : { fault: words.dk_and_value };
        if (typed === '') return { empty: true };
        if (question.answer in codesLike) return readOptions(question, typed, codesLike[question.answer]);
        return question.answer === 'number' ? readNumber(question, typed) : { text: typed };
    }

    const unitsOf = (question) => units.filter((unit) => unit.question === question);

    function codesOf(question) {
        return flat(unitsOf(question), (unit) => (readUnit(unit).options || []).map((option) => option.code));
    }

    // Whoever does not take part is asked nothing else.
    function takesPart() {
        const consent = form.questions.find((question) => question.consents);
        if (consent === undefined) return true;
        const codes = codesOf(consent);
        return codes.length === 0 || codes.includes(consent.consents);
    }

    function isAsked(question) {
        if (!question.consents && !takesPart()) return false;
        if (!question.if) return true;
        const other = byId.get(question.if.question);
        return isAsked(other) && codesOf(other).some((code) => question.if.codes.includes(code));
    }

    const otherName = (question) => `${question.id}#other`;
    const blankName = (question) => `${question.id}#blank`;

    function choosesOther(question) {
        return unitsOf(question).some((unit) => (readUnit(unit).options || []).some((option) => option.other));
    }

    // --- faults ---

    // The fault of a whole question, beside those of its units.
    function faultOf(question) {
        const read = unitsOf(question).map(readUnit);
        const other = (state.typed[otherName(question)] || '').trim();
        if (question.answer === 'tick' && choosesOther(question) && other === '') return words.other_missing;
        if (other !== '' && !choosesOther(question)) return words.other_unchosen;
        if (!question.required || !read.some((one) => one.empty)) return '';
        if (question.answer === 'field' && !read.every((one) => one.empty)) return '';
        return !question.consents && isTicked(blankName(question)) ? '' : words.required;
    }

    function showFault(place, text, fields) {
        place.textContent = text;
        place.hidden = text === '';
        for (const field of fields) {
            if (text === '') field.removeAttribute('aria-invalid');
            else field.setAttribute('aria-invalid', 'true');
        }
    }

    function showUnitFault(unit) {
        const { fault } = readUnit(unit);
        showFault(unit.fault, fault || '', [unit.box]);
        return fault === undefined;
    }

    // True where nothing is wrong with the question.
    function check(question) {
        const fine = unitsOf(question).map(showUnitFault).every(Boolean);
        const fault = faultOf(question);
        const empty = unitsOf(question).filter((unit) => readUnit(unit).empty).map((unit) => unit.box);
        showFault(question.fault, fault, []);
        if (question.other) showFault(question.fault, fault, [question.otherBox]);
        if (fault === words.required) for (const box of empty) box.setAttribute('aria-invalid', 'true');
        if (question.blank && fault === words.required) question.blank.hidden = false;
        return fine && fault === '';
    }

    // --- the CSV ---

    function cell(text) {
        return `"${text.replace(/"/g, '""')}"`;
    }

    // No spreadsheet may take what somebody wrote for a formula; nachlese-ingest leaves the apostrophe out.
    function free(text) {
        return cell(/^[=+\-@\t]/.test(text) ? `'${text}` : text);
    }

    function namesOf(question) {
        const { id, answer, options, rows } = question;
        if (answer === 'place') return Array.from({ length: question.places }, (unused, i) => `${id}[${i + 1}]`);
        if (answer === 'tick') return options.map((option) => `${id}[${option.code}]`);
        if (rows) return rows.map((row) => `${id}[${row.code}]`);
        return options.some((option) => option.other) ? [id, `${id}[other]`] : [id];
    }

    // A cell in which nothing stands says that the question was not asked; "" that nobody answered it.
    function cellsOf(question) {
        const names = namesOf(question);
        if (!question.node || !isAsked(question)) return names.map(() => '');
        const read = unitsOf(question).map(readUnit);
        const chosen = read[0].options || [];
        const other = (state.typed[otherName(question)] || '').trim();
        if (question.answer === 'place') return names.map((unused, i) => cell(chosen[i] ? chosen[i].code : ''));
        if (question.answer === 'tick')
            return question.options.map((option) =>
                option.other && chosen.includes(option) ? free(other) : cell(chosen.includes(option) ? 'Y' : ''),
            );
        const cells = read.map((one) => {
            if (one.options) return cell(one.options[0].code);
            return one.number !== undefined ? cell(one.number) : free(one.text || '');
        });
        return cells.length < names.length ? [...cells, free(other)] : cells;
    }

    function header() {
        return ['id', 'submitdate', 'nachlese_origin', ...flat(columns, namesOf)].map(cell).join(',');
    }

    function lineOf(id) {
        return [cell(id), cell(completed), cell(state.origin), ...flat(columns, cellsOf)].join(',');
    }

    // The order by chance of the ids, in which nobody's answers stand beside their contact data of the other file.
    function save(records, heading, origin) {
        const lines = [...records].sort((one, other) => (one.id < other.id ? -1 : 1)).map((record) => record.line);
        const blob = new Blob([`${[heading, ...lines].join('\n')}\n`], { type: 'text/csv;charset=utf-8' });
        const link = element('a', { href: URL.createObjectURL(blob), download: `${form.survey}-${form.kind}-${origin}-${lines.length}.csv` });
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    }

    // --- dialogs: one question and its answers, the harmless one last ---

    function ask(text, answers) {
        const dialog = element('dialog', { 'aria-labelledby': 'asked' }, element('p', { id: 'asked' }, text));
        const row = element('p', { class: 'buttons' });
        let chosen = answers[answers.length - 1][1]; // what Escape does, too
        for (const [label, action] of answers)
            row.append(
                button(label, () => {
                    chosen = action;
                    dialog.close();
                }),
            );
        dialog.append(row);
        dialog.addEventListener('close', () => {
            dialog.remove();
            chosen();
        });
        document.body.append(dialog);
        dialog.showModal();
    }

    // --- the form ---

    const isVisible = (node) => node.offsetParent !== null;

    function focusNext(from) {
        const all = [...place.querySelectorAll('.box, textarea, #next')].filter(isVisible);
        const next = all[all.indexOf(from) + 1];
        if (next) next.focus();
    }

    function typed(name, value) {
        if (state === null) return;
        if (value === '') delete state.typed[name];
        else state.typed[name] = value;
        if (keep()) refresh();
    }

    // Radio buttons, ticks and lists show what the boxes hold; who is asked what follows, too.
    function refresh() {
        for (const unit of units) {
            const options = readUnit(unit).options || [];
            if (unit.mirror) unit.mirror(options);
        }
        for (const question of form.questions) {
            question.node.hidden = !isAsked(question);
            if (question.other) question.other.hidden = !choosesOther(question) && !state.typed[otherName(question)];
        }
        document.getElementById('declined').hidden = takesPart();
        document.getElementById('count').textContent = counted('count', state.records.length);
        document.getElementById('again').hidden = state.records.length === 0;
    }

    function restore() {
        for (const field of place.querySelectorAll('[data-name]')) {
            const value = state.typed[field.dataset.name] || '';
            if (field.type === 'checkbox') field.checked = value === 'yes';
            else field.value = value;
        }
        for (const question of form.questions) {
            showFault(question.fault, '', []);
            if (question.blank) question.blank.hidden = !isTicked(blankName(question));
        }
        for (const unit of units) showFault(unit.fault, '', [unit.box]);
        refresh();
    }

    function field(tag, name, attributes) {
        const made = element(tag, Object.assign({ id: `f-${name}`, 'data-name': name, autocomplete: 'off' }, attributes));
        made.addEventListener('input', () => typed(name, made.type === 'checkbox' ? (made.checked ? 'yes' : '') : made.value));
        if (tag === 'input')
            made.addEventListener('keydown', (event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.isComposing) return;
                event.preventDefault();
                focusNext(made);
            });
        return made;
    }

    function tick(name, text) {
        const box = field('input', name, { type: 'checkbox' });
        return element('p', { class: 'tick' }, box, ' ', element('label', { for: box.id }, text));
    }

    // A box and what is said of it; name: how state calls it.
    function unit(question, name, attributes) {
        const fault = element('p', { class: 'fault', id: `e-${name}`, hidden: true });
        const large = question.answer === 'text';
        const described = [fault.id, question.fault.id].concat(question.help ? [`h-${question.id}`] : []).join(' ');
        const look = large ? { rows: 3 } : { class: 'box', type: 'text' };
        const box = field(large ? 'textarea' : 'input', name, Object.assign(look, { 'aria-describedby': described }, attributes));
        const made = { question, name, box, fault, dkName: `${question.id}#dk` };
        box.addEventListener('change', () => state !== null && check(question));
        units.push(made);
        return made;
    }

    function put(one, numbers) {
        one.box.value = numbers.join(' ');
        typed(one.name, one.box.value);
        if (state !== null) check(one.question);
    }

    const numberOf = (option) => element('span', { class: 'number' }, String(option.number));

    // The label alone where it is its own number, as on a scale from 0 to 10.
    function labelOf(option) {
        return option.plain ? [numberOf(option)] : [numberOf(option), ' ', option.label];
    }

    function choices(one) {
        const { question } = one;
        const several = question.answer === 'tick';
        const list = element('ul', { class: 'options' });
        const inputs = question.options.map((option) => {
            const input = element('input', { type: several ? 'checkbox' : 'radio', name: `r-${question.id}`, id: `o-${question.id}-${option.code}` });
            input.addEventListener('change', () => {
                const chosen = question.options.filter((unused, i) => inputs[i].checked).map((other) => other.number);
                put(one, several ? chosen : [option.number]);
            });
            list.append(element('li', {}, input, ' ', element('label', { for: input.id }, ...labelOf(option))));
            return input;
        });
        one.mirror = (options) => question.options.forEach((option, i) => (inputs[i].checked = options.includes(option)));
        return list;
    }

    function ranks(one) {
        const list = element('ul', { class: 'options' }, ...one.question.options.map((option) => element('li', {}, ...labelOf(option))));
        const order = element('p', { class: 'order' });
        one.mirror = (options) => (order.textContent = options.map((option, i) => `${i + 1}. ${option.label}`).join(' · '));
        return [list, order];
    }

    function withLabel(one, text) {
        return element('p', { class: 'typed' }, element('label', { for: one.box.id }, text), ' ', one.box);
    }

    function buildCode(question) {
        const one = unit(question, question.id, { inputmode: 'numeric' });
        return [withLabel(one, words.number), one.fault, choices(one)];
    }

    function buildTick(question) {
        const one = unit(question, question.id, { inputmode: 'text' });
        return [withLabel(one, question.most > 0 ? fill(words.numbers_most, { most: question.most }) : words.numbers), one.fault, choices(one)];
    }

    function buildPlace(question) {
        const one = unit(question, question.id, { inputmode: 'text' });
        return [withLabel(one, fill(words.order, { most: question.places })), one.fault, ...ranks(one)];
    }

    function buildRow(question, row) {
        const one = unit(question, `${question.id}[${row.code}]`, { inputmode: 'numeric' });
        const list = element('select', { 'aria-label': row.label, tabindex: '-1' }, element('option', { value: '' }, words.nothing));
        for (const option of question.options)
            list.append(element('option', { value: String(option.number) }, option.plain ? option.label : `${option.number} ${option.label}`));
        list.addEventListener('change', () => put(one, list.value === '' ? [] : [list.value]));
        one.mirror = (options) => (list.value = options.length === 1 ? String(options[0].number) : '');
        return element('div', { class: 'row' }, element('label', { for: one.box.id }, row.label), one.box, list, one.fault);
    }

    function buildMatrix(question) {
        const scale = element('ul', { class: 'scale' }, ...question.options.map((option) => element('li', {}, ...labelOf(option))));
        return [scale, ...question.rows.map((row) => buildRow(question, row))];
    }

    function buildNumber(question) {
        const one = unit(question, question.id, { inputmode: 'decimal' });
        const text = fill(words.value, { from: shown(question.min), to: shown(question.max) });
        return [withLabel(one, text), one.fault, ...question.options.map((option) => tick(one.dkName, option.label))];
    }

    function buildText(question) {
        const one = unit(question, question.id, {});
        return [withLabel(one, words.text), one.fault];
    }

    function buildFields(question) {
        return flat(question.rows, (row) => {
            const one = unit(question, `${question.id}[${row.code}]`, {});
            return [withLabel(one, row.label), one.fault];
        });
    }

    const builders = { tick: buildTick, place: buildPlace, number: buildNumber, text: buildText, field: buildFields };

    function build(question) {
        question.fault = element('p', { class: 'fault', id: `e-${question.id}#all`, hidden: true });
        const builder = builders[question.answer] || (question.rows ? buildMatrix : buildCode);
        const legend = element('legend', {}, `${question.number}. ${question.text}${question.required ? ` ${words.mandatory}` : ''}`);
        question.node = element('fieldset', { id: `q-${question.id}` }, legend);
        if (question.help) question.node.append(element('p', { class: 'help', id: `h-${question.id}` }, question.help));
        question.node.append(...builder(question));
        if (question.options.some((option) => option.other)) {
            const text = field('input', otherName(question), { type: 'text', class: 'box', 'aria-describedby': question.fault.id });
            text.addEventListener('change', () => state !== null && check(question));
            question.otherBox = text;
            question.other = element('p', { class: 'typed' }, element('label', { for: text.id }, words.other), ' ', text);
            question.node.append(question.other);
        }
        question.node.append(question.fault);
        if (question.required && !question.consents) {
            question.blank = tick(blankName(question), words.blank);
            question.node.append(question.blank);
        }
        return question.section ? [element('h2', {}, question.section), question.node] : [question.node];
    }

    function begin() {
        units.length = 0;
        const tools = element('p', { class: 'buttons' }, button(words.next, next, { id: 'next', 'aria-keyshortcuts': 'Control+Enter' }));
        tools.append(button(words.again, again, { id: 'again' }), button(words.save, saveAll, { id: 'save' }), button(words.finish, finish, { id: 'finish' }));
        place.replaceChildren(
            element('p', { class: 'note' }, words[`origin_${state.origin}`], ' ', element('span', { id: 'count' })),
            element('p', { class: 'notice', id: 'unkept', hidden: true }, words.unkept),
            ...flat(form.questions, build),
            element('p', { class: 'notice', id: 'declined', hidden: true }, words.declined),
            tools,
        );
        restore();
        keep();
        const first = place.querySelector('.box, textarea');
        if (first) first.focus();
    }

    const isBegun = () => Object.keys(state.typed).length > 0;

    function next() {
        if (state === null) return;
        const wrong = form.questions.filter((question) => isAsked(question) && !check(question));
        if (!isBegun()) return say(words.nothing_typed);
        if (wrong.length > 0) {
            say(counted('wrong', wrong.length));
            const unitWrong = unitsOf(wrong[0]).find((one) => readUnit(one).fault !== undefined) || unitsOf(wrong[0])[0];
            unitWrong.box.focus();
            return undefined;
        }
        const id = state.editing || `${state.origin}-${chance()}`;
        state.records.push({ id, line: lineOf(id), typed: state.typed });
        delete state.editing;
        state.typed = {};
        state.saved = false;
        if (!keep()) return undefined;
        restore();
        say(counted('taken', state.records.length));
        window.scrollTo(0, 0);
        const first = place.querySelector('.box, textarea');
        return first ? first.focus() : undefined;
    }

    // The last answer once more, to mend it; it keeps its id.
    function again() {
        if (isBegun()) return say(words.begun);
        const record = state.records.pop();
        state.typed = record.typed;
        state.editing = record.id;
        state.saved = false;
        if (!keep()) return undefined;
        restore();
        say(words.mending);
        return place.querySelector('.box, textarea').focus();
    }

    function saveAll() {
        if (state.records.length === 0) return say(words.nothing_saved);
        save(state.records, header(), state.origin);
        state.saved = true;
        if (!keep()) return undefined;
        return say(isBegun() ? words.saved_without : words.saved);
    }

    function finish() {
        if (isBegun()) return say(words.begun);
        if (state.records.length > 0) saveAll();
        return ask(counted('finish_question', state.records.length), [
            [words.finish_yes, leave],
            [words.back, () => document.getElementById('finish').focus()],
        ]);
    }

    function leave() {
        if (keeps && !isOurs()) return stop(words.other_window);
        if (keeps) forget(key);
        state = null;
        start();
        return say(words.finished);
    }

    // --- the beginning ---

    function start() {
        if (!keeps) {
            state = { page: chance(), origin: 'contact', records: [], saved: true, typed: {} };
            begin();
            return;
        }
        const choose = (origin) => () => {
            state = { page: chance(), origin, records: [], saved: true, typed: {} };
            say('');
            begin();
        };
        const paper = button(words.paper, choose('paper'), { id: 'paper' });
        const row = element('p', { class: 'buttons' }, paper, button(words.phone, choose('phone'), { id: 'phone' }));
        place.replaceChildren(element('h2', {}, words.origin_question), row);
        paper.focus();
    }

    function goOn(found) {
        state = Object.assign({}, found, { page: chance() });
        try {
            localStorage.setItem(key, JSON.stringify(state));
        } catch (error) {
            // keep() says so.
        }
        begin();
    }

    function askBeforeDeleting(found) {
        ask(counted('delete_question', found.records.length), [
            [words.delete_yes, () => { forget(key); start(); }],
            [words.back, () => offer(found)],
        ]);
    }

    // Nothing of what somebody typed is shown before it is asked for.
    function offer(found) {
        const text = counted('found', found.records.length) + (Object.keys(found.typed).length > 0 ? ` ${words.found_begun}` : '');
        const row = element('p', { class: 'buttons' }, button(words.go_on, () => goOn(found), { id: 'go-on' }));
        row.append(button(words.delete, () => askBeforeDeleting(found), { id: 'delete' }));
        place.replaceChildren(element('h2', {}, words.found_heading), element('p', {}, text), row);
        document.getElementById('go-on').focus();
    }

    // The questionnaire was changed since: those answers fit the old page alone.
    function mentionOlder() {
        try {
            const others = Object.keys(localStorage).filter((name) => name.startsWith(`nachlese:${form.survey}:`) && name !== key);
            if (others.some((name) => read(name) !== null)) say(words.older);
        } catch (error) {
            // No storage, nothing in it.
        }
    }

    document.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && event.ctrlKey && state !== null) {
            event.preventDefault();
            next();
        }
    });
    window.addEventListener('beforeunload', (event) => {
        const lost = state !== null && (!keeps || !document.getElementById('unkept').hidden) && (isBegun() || !state.saved);
        if (lost) event.preventDefault();
    });

    const found = keeps ? read(key) : null;
    if (found === null) start();
    else offer(found);
    if (keeps) mentionOlder();
})();
